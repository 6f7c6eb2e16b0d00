// Registry, tests: the switch that makes policies count.
package io.lanyard.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.InvalidRequestException;
import org.junit.jupiter.api.Test;

class EnforcementTest extends Wired {

    @Test
    void reads() {
        answers(200, "{\"iam_authz\": true, \"private_only\": false}");

        var enforcement = registry.enforcement().get();

        assertThat(enforcement.enforcesPolicies()).isTrue();
        assertThat(enforcement.privateOnly()).contains(false);
        assertThat(sent()).isEqualTo("GET /api/v1/auth" + HEADERS);
    }

    @Test
    void takesSilenceForNo() {
        answers(200, "{}");

        assertThat(registry.enforcement().get().enforcesPolicies()).isFalse();
    }

    @Test
    void enables() {
        answersNoContent();

        registry.enforcement().enable();

        assertThat(sent()).isEqualTo("PATCH /api/v1/auth" + HEADERS + "\n\n{\"iam_authz\":true}");
    }

    @Test
    void changesWhatIsNamed() {
        answersNoContent();

        registry.enforcement().update(e -> e.privateOnly(true));

        assertThat(sent()).endsWith("\n\n{\"private_only\":true}");
    }

    @Test
    void tellsThatItCannotBeSwitchedOff() {
        answers(400, "{\"code\": \"CRG0400E\", \"message\": \"IAM policy enforcement can't be switched off.\"}");

        assertThatThrownBy(() -> registry.enforcement().update(e -> e.iamAuthz(false)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("can't be switched off");

        assertThat(sent()).endsWith("\n\n{\"iam_authz\":false}");
    }
}
