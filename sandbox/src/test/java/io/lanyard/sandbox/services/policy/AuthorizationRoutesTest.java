// Room: sandbox / policy management, tests.
package io.lanyard.sandbox.services.policy;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.code;
import static io.lanyard.sandbox.Actor.error;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static io.lanyard.sandbox.services.policy.Bodies.ADMINISTRATOR;
import static io.lanyard.sandbox.services.policy.Bodies.READER;
import static io.lanyard.sandbox.services.policy.Bodies.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Authorizations over HTTP: who may make which, who sees them, and what the guides' samples leave out. */
class AuthorizationRoutesTest extends AuthorizationScene {

    @ParameterizedTest
    @ValueSource(strings = {OBJECT_WRITER, OBJECT_WRITER_TOO})
    void takesTheGuidesBodyWithEitherNameOfTheRole(String role) {
        var store = store();
        var body = v1(
                role, "accountId", accountId, "serviceName", "cloud-object-storage", "serviceInstance", store.guid());

        var made = owner.post(V1, body);

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(put(account.state(), store, "any").permitted()).isTrue();
        assertThat(code(owner.post(V2, v2of(body)))).isEqualTo("policy_conflict_error");
    }

    @Test
    void takesVersionTwoAsWell() {
        var store = store();
        var body = v2of(v1(
                OBJECT_WRITER,
                "accountId",
                accountId,
                "serviceName",
                "cloud-object-storage",
                "serviceInstance",
                store.guid(),
                "resourceType",
                "bucket",
                "resource",
                "audit-logs"));

        assertThat(owner.post(V2, body).status()).isEqualTo(201);

        assertThat(put(account.state(), store, "audit-logs").permitted()).isTrue();
        assertThat(put(account.state(), store, "other").permitted()).isFalse();
    }

    @Test
    void whatTheGuidesLeaveOutIsFilledIn() {
        var store = store();

        var made = owner.post(
                V1, v1(OBJECT_WRITER, "serviceName", "cloud-object-storage", "serviceInstance", store.crn()));

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().get("resources").toString())
                .contains(
                        "\"name\":\"accountId\",\"operator\":\"stringEquals\",\"value\":\"" + accountId + "\"",
                        "\"name\":\"serviceInstance\",\"operator\":\"stringEquals\",\"value\":\"" + store.guid()
                                + "\"");
        assertThat(put(account.state(), store, "any").permitted()).isTrue();
    }

    @Test
    void anInstanceOfAnotherAccountBelongsThere() {
        var elsewhere = sandbox.newAccount(seed -> {});
        var store = instance(Actor.owner(sandbox, elsewhere), elsewhere, "cloud-object-storage-standard", "global");

        var refused = refused(owner.post(
                V1, v1(OBJECT_WRITER, "serviceName", "cloud-object-storage", "serviceInstance", store.crn())));

        assertThat(refused)
                .contains(elsewhere.id().value(), "An authorization is created in the account that owns its target");
        assertThat(refused(owner.post(V1, v1(OBJECT_WRITER, "serviceName", "logs", "serviceInstance", store().crn()))))
                .contains("serviceName cloud-object-storage");
    }

    @Test
    void theSlipsOfTheGuidesAreNamed() {
        assertThat(refused(owner.post(
                        V1, v1("crn:v1:bluemix:public:iam::::serviceRole:Sender", "serviceName", "cloud-logs"))))
                .contains("IBM Cloud Logs is called logs");
        assertThat(refused(owner.post(V1, v1("crn:v1:bluemix:public:iam::::serviceRole:Sender", "serviceName", "kms"))))
                .contains("Sender", "doesn't exist for kms");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accountId,1 | serviceName or resourceGroupId",
                "serviceName,atracker | must have accountId",
                "accountId,1,serviceName,atracker,iam_id,IBMid-1 | iam_id",
                "accountId,1,serviceName,atracker,enterpriseId,e1 | in the place of accountId",
                "enterpriseId,e1,resourceGroupId,g | together with serviceName",
                "accountId,1,serviceType,service,serviceName,kms | resourceGroupId only"
            })
    void theSourceIsOneOfThoseThatThereAre(String source, String why) {
        var body = v1(
                array(json("role_id", READER)),
                source.split(",", -1),
                "accountId",
                accountId,
                "serviceName",
                "cloud-object-storage");

        assertThat(refused(owner.post(V1, body))).contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enterpriseId,e1,serviceName,logs",
                "AccountGroupId,g1,serviceName,logs",
                "accountId,1,resourceGroupId,g",
                "accountId,1,serviceType,service,resourceGroupId,g"
            })
    void theseSourcesAreTaken(String source) {
        var body = v1(
                array(json("role_id", READER)), source.split(",", -1), "accountId", accountId, "serviceName", "logs");

        assertThat(owner.post(V2, v2of(body)).status()).isEqualTo(201);
    }

    @Test
    void itTakesAnAdministratorWhoHoldsWhatHeGives() {
        var body = v1(OBJECT_WRITER, "accountId", accountId, "serviceName", "cloud-object-storage");
        assertThat(ada.post(V1, body).status()).isEqualTo(403);
        lets(ada, ADMINISTRATOR);

        var tooMuch = ada.post(V1, body);

        assertThat(tooMuch.status()).isEqualTo(403);
        assertThat(error(tooMuch).get("message").getAsString())
                .contains("You can't authorize a service to do more than you may do yourself", "cloud-object-storage.");
        assertThat(sandbox.decision(tooMuch.header("Transaction-Id")))
                .anySatisfy(verdict -> assertThat(verdict.explain()).contains("fix: add"));
        lets(ada, MANAGER);
        assertThat(ada.post(V1, body).status()).isEqualTo(201);
        lets(bob, MANAGER);
        assertThat(bob.post(V1, v1(READER, "accountId", accountId, "serviceName", "cloud-object-storage"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aGuestOfAnotherAccountCannotMakeOneHere() {
        var stranger = Actor.owner(sandbox, sandbox.newAccount(seed -> {}));

        assertThat(stranger.post(V1, v1(OBJECT_WRITER, "accountId", accountId, "serviceName", "cloud-object-storage"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void onlyWhoMayManageItSeesAndDeletesIt() {
        String id = text(
                owner.post(V1, v1(OBJECT_WRITER, "accountId", accountId, "serviceName", "cloud-object-storage")), "id");
        lets(ada, VIEWER, MANAGER);
        lets(bob, ADMINISTRATOR);
        owner.post(V2, Bodies.v2(ada.iamId(), VIEWER, "accountId", accountId, "serviceName", "logs"));

        for (String version : List.of(V1, V2)) {
            assertThat(ada.get(version + "/" + id).status()).isEqualTo(403);
            assertThat(ada.get(version + "?type=authorization&account_id=" + accountId)
                            .json()
                            .getAsJsonArray("policies"))
                    .isEmpty();
            assertThat(bob.get(version + "/" + id).status()).isEqualTo(200);
            assertThat(bob.get(version + "?type=authorization&account_id=" + accountId)
                            .json()
                            .getAsJsonArray("policies"))
                    .hasSize(1);
        }
        assertThat(ada.get(V1 + "?account_id=" + accountId).json().getAsJsonArray("policies"))
                .hasSize(4);
        assertThat(ada.delete(V1 + "/" + id).status()).isEqualTo(403);
        assertThat(bob.delete(V1 + "/" + id).status()).isEqualTo(204);
    }

    @Test
    void itIsChangedByPutUnderTheSameRules() {
        var store = store();
        String[] target = {
            "accountId", accountId, "serviceName", "cloud-object-storage", "serviceInstance", store.guid()
        };
        var made = owner.post(V1, v1(READER, target));
        String path = V1 + "/" + text(made, "id");
        lets(bob, ADMINISTRATOR);
        assertThat(put(account.state(), store, "audit-logs").permitted()).isFalse();

        assertThat(bob.put(path, made.header("ETag"), v1(OBJECT_WRITER, target)).status())
                .isEqualTo(403);
        assertThat(owner.put(path, made.header("ETag"), v1(OBJECT_WRITER, target))
                        .status())
                .isEqualTo(200);

        assertThat(put(account.state(), store, "audit-logs").permitted()).isTrue();
        assertThat(owner.delete(path).status()).isEqualTo(204);
        assertThat(put(account.state(), store, "audit-logs").permitted()).isFalse();
    }

    private static String refused(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(code(answer)).isEqualTo("invalid_body");
        JsonObject first = error(answer);
        return first.get("message").getAsString();
    }
}
