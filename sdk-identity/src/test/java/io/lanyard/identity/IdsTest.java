// Identity, tests: ids can't leave their place in a path.
package io.lanyard.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest extends Wired {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a\nb", "a\u0000b"})
    void refusesWhatIsNoId(String text) {
        assertThatThrownBy(() -> ServiceIdId.of(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ServiceIdGroupId.of(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ApiKeyId.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void encodesWhatAnIdHolds() {
        answersNoContent();

        identity.apiKeys().delete(ApiKeyId.of("../v1/serviceids/x?y#z%2e"));

        assertThat(sent()).startsWith("DELETE /v1/apikeys/..%2Fv1%2Fserviceids%2Fx%3Fy%23z%252e\n");
    }

    @Test
    void readsAsItself() {
        assertThat(ServiceIdId.of("ServiceId-1")).hasToString("ServiceId-1");
        assertThat(ServiceIdGroupId.of("group-1")).hasToString("group-1");
        assertThat(ApiKeyId.of("ApiKey-1")).hasToString("ApiKey-1");
    }
}
