// Room: sandbox / tests. What events keep of what callers send.
package io.lanyard.sandbox;

import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditTrailTest extends RouteScene {
    @Test
    void anEventKeepsTheBeginningOfLongLists() {
        var group = owner.post("/v2/groups?account_id=" + accountId, json("name", "crew"));
        var members = new JsonArray();
        for (int i = 0; i < 50; i++) {
            members.add(json("iam_id", "IBMid-" + "x".repeat(5_000) + i, "type", "user"));
        }

        owner.send(
                "PUT",
                "/v2/groups/" + text(group, "id") + "/members",
                json("members", members).toString());

        var event = sandbox.events(account.id()).stream()
                .filter(one -> one.action().equals("iam-groups.member.add"))
                .findFirst()
                .orElseThrow();
        assertThat(event.toString().length()).isLessThan(60_000);
        assertThat((List<?>) event.requestData().get("members"))
                .hasSize(50)
                .allSatisfy(id -> assertThat(id.toString()).endsWith("…"));
    }

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
