package io.lanyard.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;

/** Core, tests: CRNs and the other values that have a shape. */
class CrnTest {

    @Property
    void whatIsBuiltIsReadBackTheSame(
            @ForAll @CharRange(from = 'a', to = 'z') @Chars({'-', '/', '.', '0'}) String service,
            @ForAll @CharRange(from = 'a', to = 'z') String region,
            @ForAll @CharRange(from = ' ', to = '~') String resource) {
        var crn = Crn.of(service, region, AccountId.of("acc"), "inst", "bucket", resource);

        assertThat(Crn.parse(crn.value())).isEqualTo(crn);
        assertThat(crn.toString()).startsWith("crn:v1:bluemix:public:");
    }

    @Example
    void theLastSegmentKeepsItsColons() {
        var crn = Crn.parse("crn:v1:bluemix:public:databases-for-x:us-south:a/acc:inst:task:a:b:c");

        assertThat(crn.resource()).isEqualTo("a:b:c");
        assertThat(crn.serviceName()).isEqualTo("databases-for-x");
        assertThat(crn.scope()).isEqualTo("a/acc");
    }

    @Example
    void whatIsNoCrnIsRefused() {
        assertThatThrownBy(() -> Crn.parse("crn:v1:bluemix")).hasMessageContaining("ten segments");
        assertThatThrownBy(() -> Crn.parse("urn:v1:bluemix:public:s:r:a/a:i:t:x"))
                .hasMessageContaining("ten segments");
        assertThatThrownBy(() -> Crn.of("a:b", "", AccountId.of("a"), "", "", ""))
                .hasMessageContaining("colon");
        assertThatThrownBy(() -> Crn.of("a\n", "", AccountId.of("a"), "", "", ""))
                .hasMessageContaining("control");
    }

    @Example
    void idsHaveAShapeAndNothingMore() {
        assertThat(AccountId.of("any thing").value()).isEqualTo("any thing");
        assertThatThrownBy(() -> AccountId.of("..")).hasMessage("account id is '..', which is a path, not an id");
        assertThatThrownBy(() -> IamId.of(" ")).hasMessage("IAM id is blank");
        assertThatThrownBy(() -> ETag.of("a\r")).hasMessage("ETag has a control character at position 1");
    }

    @Example
    void aSecretIsEqualToItselfAndSaysNothing() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).hasSameHashCodeAs(Secret.of("a"));
        assertThat(Secret.of("a")).isNotEqualTo(Secret.of("b")).isNotEqualTo("a");
        assertThat(Secret.of("hush")).hasToString("Secret[redacted]");
        assertThatThrownBy(() -> Secret.of(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
