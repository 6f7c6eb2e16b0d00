// Room: sandbox / policy management, tests. Services that authorize for themselves, and what goes with them.
package io.lanyard.sandbox.services.policy;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.code;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static io.lanyard.sandbox.services.policy.Bodies.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.services.resources.ServiceInstance;
import io.lanyard.sandbox.state.AuditEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthorizationCascadeTest extends AuthorizationScene {
    private static final String GRANT = "urn:ibm:params:oauth:grant-type:iam-authz";

    private ServiceInstance store;
    private ServiceInstance source;
    private ServiceInstance dependent;
    private SandboxAccount sourceAccount;
    private Actor sourceOwner;

    @BeforeEach
    void fill() {
        store = store();
        sourceAccount = sandbox.newAccount(seed -> {});
        sourceOwner = Actor.owner(sandbox, sourceAccount);
        source = instance(sourceOwner, sourceAccount, "messagehub-standard", "us-south");
        dependent = instance(sourceOwner, sourceAccount, "logs-standard", "eu-de");
    }

    @Test
    void whatWasAuthorizedOnAnInstanceGoesWithIt() {
        String bound = make(owner, from(source, OBJECT_WRITER));
        String wide = text(
                owner.post(V1, v1(OBJECT_WRITER, "accountId", accountId, "serviceName", "cloud-object-storage")), "id");
        var removal = end(owner, store);

        assertThat(code(owner.delete(V1 + "/" + bound))).isEqualTo("policy_not_found");
        assertThat(owner.get(V1 + "/" + wide).json().get("state").getAsString()).isEqualTo("active");
        assertThat(deletions())
                .extracting(
                        event -> event.target().name(),
                        event -> event.initiator().id(),
                        AuditEvent::correlationId,
                        event -> event.requestData().get("removed_with"))
                .containsExactly(tuple(bound, "IBM", removal.header("Transaction-Id"), store.crn()));
    }

    @Test
    void aServiceThatWasLetPassesItOnAndNoFurther() {
        make(owner, from(source, OBJECT_WRITER, DELEGATOR));
        var service = as(source);

        String passed = make(service, from(dependent, OBJECT_WRITER));

        assertThat(asks(dependent.crn(), sourceAccount.state(), store, "audit-logs", PUT)
                        .permitted())
                .isTrue();
        assertThat(owner.get(V1 + "/" + passed).json().get("created_by_id").getAsString())
                .isEqualTo("crn-" + source.crn());
        assertThat(service.post(V1, from(dependent, READER)).status()).isEqualTo(403);
        var ofOthers = v1(
                array(json("role_id", OBJECT_WRITER)),
                new String[] {"accountId", accountId, "serviceName", "logs"},
                onStore());
        assertThat(service.post(V1, ofOthers).status()).isEqualTo(403);
        assertThat(service.post(V2, Bodies.v2(ada.iamId(), OBJECT_WRITER, onStore()))
                        .status())
                .isEqualTo(403);
        assertThat(service.delete(V1 + "/" + passed).status()).isEqualTo(403);
    }

    @Test
    void withoutTheRoleNothingIsPassedOn() {
        make(owner, from(source, OBJECT_WRITER));

        var refused = as(source).post(V1, from(dependent, OBJECT_WRITER));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(sandbox.decision(refused.header("Transaction-Id")).get(0).explain())
                .contains("fix: add Authorization Delegator to authorization");
    }

    @Test
    void whateverASourceMayDoGoesWithItAndWhatItMadeToo() {
        String byPerson = make(owner, from(source, OBJECT_WRITER, DELEGATOR));
        String byService = make(as(source), from(dependent, OBJECT_WRITER));
        String ofAll = text(
                owner.post(V1, v1(OBJECT_WRITER, "accountId", accountId, "serviceName", "cloud-object-storage")), "id");

        end(sourceOwner, source);

        assertThat(state(byPerson)).isEqualTo("deleted");
        assertThat(state(byService)).isEqualTo("deleted");
        assertThat(state(ofAll)).isEqualTo("active");
        assertThat(deletions())
                .extracting(event -> event.target().name())
                .containsExactlyInAnyOrder(byPerson, byService);
    }

    @Test
    void whatWasPassedOnGoesWithTheDependentAlone() {
        String byPerson = make(owner, from(source, OBJECT_WRITER, DELEGATOR));
        String byService = make(as(source), from(dependent, OBJECT_WRITER));

        end(sourceOwner, dependent);

        assertThat(state(byPerson)).isEqualTo("active");
        assertThat(state(byService)).isEqualTo("deleted");
    }

    private String state(String policy) {
        return text(owner.get(V1 + "/" + policy), "state");
    }

    private List<AuditEvent> deletions() {
        return account.state().journal().entries().stream()
                .filter(event -> event.action().equals("iam-am.policy.delete")
                        && event.outcome().equals("success"))
                .toList();
    }

    /** Deletes an instance with a paid plan, and what is left of it after its wait. */
    private static Http.Answer end(Actor who, ServiceInstance instance) {
        assertThat(who.delete("/v2/resource_instances/" + instance.guid()).status())
                .isEqualTo(204);
        JsonArray waiting = who.get("/v1/reclamations?resource_instance_id=" + instance.guid())
                .json()
                .getAsJsonArray("resources");
        String id = waiting.get(0).getAsJsonObject().get("id").getAsString();
        var ended = who.send("POST", "/v1/reclamations/" + id + "/actions/reclaim", "{}");
        assertThat(ended.status()).as(ended.text()).isEqualTo(200);
        sandbox.clock().advance(Duration.ofSeconds(1));
        return ended;
    }

    private static String make(Actor who, JsonObject body) {
        var made = who.post(V1, body);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return text(made, "id");
    }

    private JsonObject from(ServiceInstance instance, String... roles) {
        var all = new JsonArray();
        List.of(roles).forEach(role -> all.add(json("role_id", role)));
        return v1(
                all,
                new String[] {
                    "accountId", sourceAccount.id().value(),
                    "serviceName", instance.plan().service(),
                    "serviceInstance", instance.crn()
                },
                onStore());
    }

    private String[] onStore() {
        return new String[] {
            "accountId", accountId, "serviceName", "cloud-object-storage", "serviceInstance", store.guid()
        };
    }

    private Actor as(ServiceInstance instance) {
        var answer = Http.form(
                sandbox.url() + "/identity/token",
                Map.of(
                        "grant_type",
                        GRANT,
                        "access_token",
                        sourceOwner.token(),
                        "desired_iam_id",
                        "crn-" + instance.crn()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return new Actor(sandbox, "crn-" + instance.crn(), text(answer, "access_token"));
    }
}
