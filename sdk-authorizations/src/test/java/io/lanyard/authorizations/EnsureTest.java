// Authorizations, tests: safe to run twice, and patient until there is an effect.
package io.lanyard.authorizations;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.lanyard.policy.RoleId.OBJECT_WRITER;
import static io.lanyard.policy.RoleId.READER;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.DeadlineException;
import io.lanyard.policy.PolicyClient;
import io.lanyard.policy.PolicyConflictException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EnsureTest extends Wired {

    private static final Allowance WANTED = ActivityTracker.toBucket(STORE, "audit-logs");
    private static final String WAITING = "waiting";

    @Test
    void createsWhenThereIsNone() {
        answers(201, AUTHORIZATION);

        assertThat(authorizations.ensure(WANTED).id()).isEqualTo(ID);

        assertThat(wire.getAllServeEvents()).hasSize(1);
    }

    @Test
    void adoptsTheOneThatIsThereWhicheverNameItsRoleHas() {
        answers(409, conflictWith(AUTHORIZATION));

        var adopted = authorizations.ensure(WANTED);

        assertThat(adopted.id()).isEqualTo(ID);
        assertThat(adopted.roles()).doesNotContain(OBJECT_WRITER);
        assertThat(wire.getAllServeEvents()).hasSize(1);
    }

    @Test
    void readsTheOneThatIsThereWhenOnlyItsIdWasTold() {
        wire.stubFor(post(anyUrl()).willReturn(json(409, conflictWith("\"" + ID + "\""))));
        wire.stubFor(get(urlPathEqualTo("/v2/policies/" + ID)).willReturn(json(200, AUTHORIZATION_V2)));

        assertThat(authorizations.ensure(WANTED).isDelegable()).isTrue();
    }

    @Test
    void addsTheRoleThatTheOneThereLacks() {
        wire.stubFor(post(anyUrl()).willReturn(json(409, conflictWith(AUTHORIZATION))));
        wire.stubFor(get(anyUrl()).willReturn(json(200, AUTHORIZATION)));
        wire.stubFor(put(anyUrl()).willReturn(json(200, AUTHORIZATION)));

        authorizations.ensure(WANTED.toAct(OBJECT_WRITER, READER));

        assertThat(sent())
                .startsWith("PUT /v1/policies/" + ID + "\n")
                .contains("If-Match: 1-aa")
                .contains("\"roles\":[{\"role_id\":\"crn:v1:bluemix:public:iam::::serviceRole:ObjectWriter\"},"
                        + "{\"role_id\":\"crn:v1:bluemix:public:iam::::serviceRole:Reader\"}]");
    }

    @Test
    void addsItWithVersionTwoWhenVersionTwoWroteIt() {
        wire.stubFor(post(anyUrl()).willReturn(json(409, conflictWith(AUTHORIZATION_V2))));
        wire.stubFor(get(anyUrl()).willReturn(json(200, AUTHORIZATION_V2)));
        wire.stubFor(put(anyUrl()).willReturn(json(200, AUTHORIZATION_V2)));

        authorizations.ensure(WANTED.toAct(READER));

        assertThat(sent()).startsWith("PUT /v2/policies/" + ID + "\n").contains("serviceRole:Reader");
    }

    @Test
    void leavesAloneWhatIsAboutSomethingElse() {
        answers(409, conflictWith(AUTHORIZATION.replace("audit-logs", "other")));

        assertThatThrownBy(() -> authorizations.ensure(WANTED.toAct(READER)))
                .isInstanceOf(PolicyConflictException.class);

        assertThat(wire.getAllServeEvents()).hasSize(1);
    }

    @Test
    void waitsUntilItCanBeReadAndHasEffect() {
        sees("Started", json(404, "{}"), "there");
        sees("there", json(200, AUTHORIZATION_V2), "there");
        var tries = new AtomicInteger();

        var there = authorizations.await(ID, within -> tries.incrementAndGet() == 3);

        assertThat(there.isActive()).isTrue();
        assertThat(tries).hasValue(3);
        assertThat(wire.getAllServeEvents()).hasSize(4);
    }

    @Test
    void doesNotWaitForWhatWasDeleted() {
        answers(200, AUTHORIZATION_V2.replace("\"active\"", "\"deleted\""));

        assertThatThrownBy(() -> authorizations.await(ID))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(ID + " was deleted");
    }

    @Test
    void isContentWithReadingWithoutAProbe() {
        answers(200, AUTHORIZATION_V2);

        assertThat(authorizations.await(ID).id()).isEqualTo(ID);
    }

    @Test
    void takesARefusalForNotYetAndGivesUpInTime() {
        wire.stubFor(get(urlPathEqualTo("/v2/policies/" + ID)).willReturn(json(200, AUTHORIZATION_V2)));
        wire.stubFor(get(urlPathEqualTo("/v2/roles")).willReturn(json(403, "{}")));
        var hurried = new AuthorizationsClient(cloud.with(o -> o.deadline(ofSeconds(1))));

        assertThatThrownBy(() -> hurried.await(ID, within -> {
                    new PolicyClient(within).roles().list(q -> {});
                    return true;
                }))
                .isInstanceOf(DeadlineException.class)
                .hasMessageContaining("for authorization " + ID + " to have effect (the last try was refused: ")
                .hasMessageContaining("403");
    }

    @Test
    void createsAnewWhenTheOneInTheWayIsGoneMeanwhile() {
        conflicts("Started", json(409, conflictWith("\"" + ID + "\"")), "gone");
        conflicts("gone", json(201, AUTHORIZATION), "gone");
        wire.stubFor(get(anyUrl()).willReturn(json(404, "{}")));

        assertThat(authorizations.ensure(WANTED).id()).isEqualTo(ID);
    }

    private static void conflicts(
            String state, com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder answer, String next) {
        wire.stubFor(post(anyUrl())
                .inScenario("conflict")
                .whenScenarioStateIs(state)
                .willReturn(answer)
                .willSetStateTo(next));
    }

    static String conflictWith(String policy) {
        return "{\"errors\":[{\"code\":\"policy_conflict_error\",\"message\":\"already there\","
                + "\"details\":{\"conflicts_with\":{\"etag\":\"1-bb\",\"policy\":" + policy + "}}}]}";
    }

    private static void sees(
            String state, com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder answer, String next) {
        wire.stubFor(get(anyUrl())
                .inScenario(WAITING)
                .whenScenarioStateIs(state)
                .willReturn(answer)
                .willSetStateTo(next));
    }
}
