package io.lanyard.workshop.labs;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.core.IbmCloud;
import io.lanyard.policy.PolicyClient;
import io.lanyard.registry.Region;
import io.lanyard.registry.RegistryClient;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.sandbox.junit.WireMockFront;
import io.lanyard.workshop.engine.Explanation;
import io.lanyard.workshop.engine.LabEvent;
import io.lanyard.workshop.engine.Outcome;
import io.lanyard.workshop.engine.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One play, looked at from all sides. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RegistryLabTest {
    private static final String HOME = "us-south";
    private static final String MANIFEST = "/v2/my_namespace/hello-world/manifests/3.6";
    private static final String DENIED = "denied: You are not authorized to access the specified resource.";

    @RegisterExtension
    static final SandboxExtension SANDBOX =
            SandboxExtension.started().account(EmbeddedSandbox::people).behindWireMock();

    private final WireMockFront front;
    private final LabPlay play;

    RegistryLabTest(Sandbox sandbox, WireMockFront front) {
        this.front = front;
        this.play = LabPlay.of(RegistryLab.SOURCE, sandbox, front);
    }

    @Test
    void goesFromNoEnforcementToExactlyTheAccessThatTheRobotNeeds(Sandbox sandbox) {
        assertThat(play.troubles()).isEmpty();
        assertThat(play.report().stepsDone()).isEqualTo(9);
        front.registry(HOME)
                .verify(
                        1,
                        patchRequestedFor(urlPathEqualTo("/api/v1/auth"))
                                .withRequestBody(equalToJson("{\"iam_authz\":true}")));
        front.registry(HOME)
                .verify(
                        1,
                        patchRequestedFor(urlPathEqualTo("/api/v1/auth"))
                                .withRequestBody(equalToJson("{\"iam_authz\":false}")));
        front.registry(HOME).verify(1, putRequestedFor(urlPathEqualTo("/api/v1/namespaces/my_namespace")));
        front.registry("eu-gb").verify(1, putRequestedFor(urlPathEqualTo("/api/v1/namespaces/my_namespace")));
        front.registry(HOME).verify(1, putRequestedFor(urlEqualTo(MANIFEST)));
        front.registry(HOME).verify(1, putRequestedFor(urlPathEqualTo("/v2/my_namespace/hello-world/manifests/3.7")));
        front.registry("eu-gb").verify(getRequestedFor(urlEqualTo(MANIFEST)));
        leftNothing(sandbox);
    }

    @Test
    void grantsReaderOnExactlyOneNamespaceOfOneRegion() {
        front.iam()
                .verify(
                        1,
                        postRequestedFor(urlPathEqualTo("/v2/policies"))
                                .withRequestBody(matchingJsonPath(
                                        "$.control.grant.roles[*].role_id",
                                        equalTo("crn:v1:bluemix:public:iam::::serviceRole:Reader")))
                                .withRequestBody(matchingJsonPath(
                                        "$.resource.attributes[?(@.key=='region')].value", equalTo(HOME)))
                                .withRequestBody(matchingJsonPath(
                                        "$.resource.attributes[?(@.key=='resourceType')].value", equalTo("namespace")))
                                .withRequestBody(matchingJsonPath(
                                        "$.resource.attributes[?(@.key=='resource')].value", equalTo("my_namespace"))));
    }

    @Test
    void explainsEachDenialByTheDecisionEngine() {
        var explained = play.explanations();
        assertThat(explained).extracting(Explanation::effect).containsOnly("Deny");
        assertThat(play.reasons())
                .satisfiesExactly(
                        first -> assertThat(first).contains("0 policies name this service ID or a group it is in"),
                        other -> assertThat(other)
                                .contains("resource is other_namespace, the policy wants my_namespace"),
                        abroad -> assertThat(abroad).contains("region is eu-gb, the policy wants us-south"),
                        push -> assertThat(push).contains("Reader does not hold container-registry.image.push"),
                        gone -> assertThat(gone).contains("0 policies name this service ID"));
        assertThat(explained.get(0).fixes()).containsExactly("grant Reader on namespace my_namespace in us-south");
        assertThat(play.refusals())
                .extracting(Refusal::sentence)
                .filteredOn(DENIED::equals)
                .hasSize(5);
    }

    @Test
    void warnsAboutTheColleagueBeforeAnythingIsSwitched(Sandbox sandbox) {
        var carla = sandbox.account().members().get(0).iamId();
        assertThat(play.tables()).anyMatch(table -> table.toString().contains(carla + " loses pull and push"));
        assertThat(play.events()
                        .indexOf(play.events().stream()
                                .filter(event -> event.toString().contains(carla.value()))
                                .findFirst()
                                .orElseThrow()))
                .isLessThan(play.events()
                        .indexOf(play.events().stream()
                                .filter(event -> event instanceof LabEvent.Requested asked
                                        && asked.request().verb().equals("enable"))
                                .findFirst()
                                .orElseThrow()));
    }

    @Test
    void canBePlayedAgainInTheSameAccountUpToTheSwitchThatStaysOn(Sandbox sandbox) {
        var again = LabPlay.again(RegistryLab.SOURCE, sandbox);

        assertThat(again.report().outcome()).isNotEqualTo(Outcome.DONE);
        assertThat(again.trouble()).contains("403");
        leftNothing(sandbox);
    }

    /** What an account looks like in which the lab was played, however the play ended. */
    static void leftNothing(Sandbox sandbox) {
        var account = sandbox.account();
        assertThat(account.state().serviceIds().stream()).isEmpty();
        try (IbmCloud cloud = account.cloud()) {
            assertThat(new PolicyClient(cloud).policies().list(account.id()).stream())
                    .isEmpty();
            for (Region region : List.of(Region.US_SOUTH, Region.EU_GB)) {
                assertThat(RegistryClient.in(cloud, region).namespaces().list()).isEmpty();
            }
        }
    }
}
