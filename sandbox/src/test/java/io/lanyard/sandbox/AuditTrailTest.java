// Room: sandbox / tests. What events keep of what callers send.
package io.lanyard.sandbox;

import static io.lanyard.sandbox.Actor.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditTrailTest extends RouteScene {
    @Test
    void anEventKeepsTheBeginningOfLongTexts() {
        var body = json("account_id", accountId, "name", "n".repeat(50_000));

        var made = owner.send("POST", "/v1/serviceids/", body.toString(), "User-Agent", "a".repeat(20_000));

        assertThat(made.status()).isEqualTo(201);
        var event = sandbox.events(account.id()).stream()
                .filter(one -> one.action().equals("iam-identity.account-serviceid.create"))
                .findFirst()
                .orElseThrow();
        assertThat(event.toString().length()).isLessThan(6_000);
        assertThat(event.initiator().agent()).startsWith("aaa").endsWith("…").hasSize(1_001);
        assertThat(event.target().name()).startsWith("nnn").endsWith("…").hasSize(1_001);
    }
}
