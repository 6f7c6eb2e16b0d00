// Room: sandbox / tests. The sandbox's own API, by hand.
package io.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.junit.SandboxExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class ControlApiTest {
    @Test
    void saysThatItIsThereAndHowStrict(Sandbox sandbox) {
        var health = Http.get(sandbox.url() + "/sandbox/v1/health").json();

        assertThat(health.get("status").getAsString()).isEqualTo("ok");
        assertThat(health.get("enforcement").getAsString()).isEqualTo("on");
    }

    @Test
    void turnsTheClock(Sandbox sandbox, SandboxAccount account) {
        var url = sandbox.url() + "/sandbox/v1/clock?account_id=" + account.id();

        put(url, "{\"frozen\":true,\"now\":\"2031-02-03T04:05:06Z\"}");
        put(url, "{\"advance\":\"PT2H30M\"}");

        assertThat(sandbox.clock().now()).isEqualTo(Instant.parse("2031-02-03T06:35:06Z"));
        assertThat(Http.get(url).json().get("frozen").getAsBoolean()).isTrue();
        assertThat(put(url, "{\"advance\":\"tomorrow\"}").status()).isEqualTo(400);
        assertThat(put(url, "{\"now\":\"+1000000000-12-31T23:59:59Z\"}").status())
                .isEqualTo(400);
        assertThat(put(url, "{\"advance\":\"P-999999D\"}").status()).isEqualTo(400);
        assertThat(sandbox.clock().now()).isEqualTo(Instant.parse("2031-02-03T06:35:06Z"));
    }

    @Test
    void showsEventsWithTheFieldsOfActivityTracker(Sandbox sandbox, SandboxAccount account) {
        sandbox.clock().advance(Duration.ofSeconds(1));
        Http.token(sandbox, account.ownerKey().reveal());

        var events = Http.get(sandbox.url() + "/sandbox/v1/events?account_id=" + account.id())
                .json()
                .getAsJsonArray("events");

        var event = events.get(0).getAsJsonObject();
        assertThat(events).hasSize(1);
        assertThat(event.keySet())
                .contains("action", "message", "eventTime", "correlationId", "outcome", "severity", "reason")
                .contains("initiator", "target", "observer", "logSourceCRN", "requestData", "responseData");
        assertThat(event.get("eventTime").getAsString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d\\d\\+0000");
        assertThat(event.toString()).doesNotContain(account.ownerKey().reveal());
    }

    @Test
    void tellsNothingToPagesOfOtherOrigins(Sandbox sandbox) {
        assertThat(Http.get(sandbox.url() + "/sandbox/v1/events", "Origin", "https://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(Http.get(sandbox.url() + "/sandbox/v1/health", "Origin", sandbox.url())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void tellsAndTurnsNothingForPagesOfOtherOriginsWhateverIsAsked(Sandbox sandbox) {
        var before = sandbox.clock().frozen();
        for (var path : List.of("health", "clock", "events", "decisions", "decisions/tx", "routing")) {
            assertThat(Http.get(sandbox.url() + "/sandbox/v1/" + path, "Origin", "https://evil.example")
                            .status())
                    .as(path)
                    .isEqualTo(403);
        }
        for (var path : List.of("accounts", "authz", "events/flush")) {
            assertThat(Http.send("POST", sandbox.url() + "/sandbox/v1/" + path, "{}", "Origin", "https://evil.example")
                            .status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(Http.send(
                                "PUT",
                                sandbox.url() + "/sandbox/v1/clock",
                                "{\"frozen\":true}",
                                "Origin",
                                "https://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(sandbox.clock().frozen()).isEqualTo(before);
    }

    @Test
    void aTimeThatCannotBeReadLeavesTheClockAsItWas(Sandbox sandbox) {
        var refused = Http.send(
                "PUT",
                sandbox.url() + "/sandbox/v1/clock",
                "{\"frozen\":true,\"advance\":\"a while\"}",
                "Content-Type",
                "application/json");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(sandbox.clock().frozen()).isFalse();
    }

    @Test
    void tellsNothingToPagesWhoseNameLeadsHere(Sandbox sandbox) throws IOException {
        var port = URI.create(sandbox.url()).getPort();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var host = "evil.example:" + port;
            var request = "GET /sandbox/v1/events HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 403").doesNotContain("initiator");
        }
        assertThat(Http.get("http://localhost:" + port + "/sandbox/v1/health").status())
                .isEqualTo(200);
    }

    @Test
    void opensAnotherAccountWhoseOwnerIsAGuestHere(Sandbox sandbox, SandboxAccount account) {
        var opened = Http.send(
                "POST",
                sandbox.url() + "/sandbox/v1/accounts",
                "{\"name\":\"Partner\",\"member_of\":\"" + account.id() + "\"}",
                "Content-Type",
                "application/json");

        assertThat(opened.status()).isEqualTo(201);
        var iamId = opened.json().get("iam_id").getAsString();
        assertThat(account.state().users().find(iamId)).isPresent();
        assertThat(opened.json().get("account_id").getAsString())
                .isNotEqualTo(account.id().value());
        Http.token(sandbox, opened.json().get("api_key").getAsString());
    }

    @Test
    void opensNoAccountForPagesOfOtherOriginsOrWithAHostThatIsNotThere(Sandbox sandbox) {
        var url = sandbox.url() + "/sandbox/v1/accounts";

        assertThat(Http.send("POST", url, "{}", "Content-Type", "application/json", "Origin", "https://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(Http.send("POST", url, "{\"member_of\":\"nobody\"}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aGuestKeepsHisOwnAccount(Sandbox sandbox, SandboxAccount account) {
        var partner = sandbox.newAccount(seed -> seed.name("Partner"));

        account.admit(partner);

        var guest = account.state().users().find(partner.owner().value()).orElseThrow();
        assertThat(guest.accountId()).isEqualTo(account.id().value());
        assertThat(guest.active()).isTrue();
        assertThat(partner.state().users().find(partner.owner().value())).isPresent();
    }

    @Test
    void aForgottenDecisionIsNotFound(Sandbox sandbox) {
        assertThat(Http.get(sandbox.url() + "/sandbox/v1/decisions/unheard-of").status())
                .isEqualTo(404);
    }

    private static Http.Answer put(String url, String body) {
        return Http.send("PUT", url, body, "Content-Type", "application/json");
    }
}
