// Identity, tests: what an answer is not allowed to be, and what comes of it: an exception of ours that says where it
// hurts.
package io.lanyard.identity;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.AccessDeniedException;
import io.lanyard.core.DecodeException;
import io.lanyard.core.NotFoundException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadAnswersTest extends Wired {

    private static final ServiceIdId ID = ServiceIdId.of("ServiceId-1");

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "{}", "{\"id\":", "<html>gateway</html>", "{\"id\":{}}"})
    void refusesABodyThatIsNoServiceId(String body) {
        answers(200, body);

        assertThatThrownBy(() -> identity.serviceIds().get(ID)).isInstanceOf(DecodeException.class);
    }

    @Test
    void namesTheFieldThatIsMissing() {
        answers(200, PLAIN_SERVICE_ID.replace("\"iam_id\"", "\"other_id\""));

        assertThatThrownBy(() -> identity.serviceIds().get(ID))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("iam_id")
                .hasMessageContaining("getServiceId");
    }

    @Test
    void refusesAReadWithoutARevision() {
        wire.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(PLAIN_SERVICE_ID)));

        assertThatThrownBy(() -> identity.serviceIds().get(ID)).isInstanceOf(DecodeException.class);
    }

    @Test
    void treatsNullAndEmptyTextsAsAbsent() {
        answers(200, SERVICE_ID.replace("\"pulls images in CI\"", "null").replace("\"2024-10-06T10:00+0000\"", "\"\""));

        var robot = identity.serviceIds().get(ID).value();

        assertThat(robot.description()).isEmpty();
        assertThat(robot.activity().orElseThrow().lastAuthn()).isEmpty();
    }

    @Test
    void keepsAKeyWithoutAnExpiry() {
        answers(200, API_KEY.replace("2049-01-02T18:30:00+0000", ""));

        assertThat(identity.apiKeys().get(ApiKeyId.of("ApiKey-1")).value().expiresAt())
                .isEmpty();
    }

    @Test
    void readsAnErrorInTheServicesOwnShape() {
        answers(404, """
                {"context": {"transaction_id": "t-9"}, "status_code": "404", "trace": "t-9", "errors": [
                  {"code": "not_found", "message_code": "BXNIM0102E", "message": "Unable to find object",
                   "details": "Object Type: 'ServiceId' with ID: 'ServiceId-1' not found."}]}
                """);

        assertThatThrownBy(() -> identity.serviceIds().get(ID))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("getServiceId")
                .hasMessageContaining("404")
                .hasMessageContaining("Unable to find object");
    }

    @Test
    void saysToUnlockWhatIsLockedRatherThanToGrantARole() {
        answers(403, """
                {"status_code": "403", "trace": "t-9", "errors": [{"code": "locked", "message_code": "BXNIM0501E",
                  "message": "The ServiceId is locked", "details": "ServiceId-1 is locked."}]}
                """);

        assertThatThrownBy(() -> identity.serviceIds().delete(ID))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("ServiceId-1 is locked. Unlock it, and call again.");
    }

    @Test
    void neverTellsASecretInWhatItPrints() {
        answers(201, API_KEY);

        var key = identity.apiKeys().create(ROBOT, "key");

        assertThat(List.of(key, key.value(), key.secret()))
                .noneMatch(it -> it.toString().contains("the-secret-value"));
    }
}
