// Room: sandbox / logs, tests. How other services write logs.
package io.lanyard.sandbox.services.logs;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.delivery.DeliveryException;
import io.lanyard.sandbox.delivery.LogDoor;
import io.lanyard.sandbox.kernel.ServiceCall;
import io.lanyard.sandbox.services.policy.PolicyGuard;
import io.lanyard.sandbox.services.resources.ResourcePart;
import io.lanyard.sandbox.state.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogDoorTest {
    private static Sandbox sandbox;
    private LogsScene scene;
    private LogDoor door;
    private String crn;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void open() {
        scene = new LogsScene(sandbox);
        door = Logs.of(scene.account.state().world().directory(), Optional.empty());
        crn = ResourcePart.of(scene.account.state())
                .instance(scene.guid)
                .orElseThrow()
                .crn();
    }

    private ServiceCall call(String transaction) {
        var account = scene.account.id().value();
        return ServiceCall.of(
                "crn:v1:bluemix:public:atracker:us-south:a/" + account + ":::",
                "atracker",
                account,
                transaction,
                new PolicyGuard((owner, guid) -> Optional.empty()));
    }

    private List<LogDoor.Line> lines() {
        var now = sandbox.clock().now();
        return List.of(
                new LogDoor.Line("ibm-audit-event", "iam-am:", 6, now, "{\"action\":\"iam-am.policy.delete\"}"),
                new LogDoor.Line("ibm-audit-event", "iam-am:", 3, now.minus(Duration.ofDays(3)), "late words"));
    }

    @Test
    void withoutAnAuthorizationNothingIsTaken() {
        assertThatThrownBy(() -> door.ingest(call("t-1"), crn, lines()))
                .isInstanceOfSatisfying(
                        DeliveryException.class,
                        denied -> assertThat(denied.reason()).isEqualTo(DeliveryException.Reason.DENIED))
                .hasMessageContaining("Sender");

        assertThat(scene.sandbox.decision("t-1").get(0).permitted()).isFalse();
        assertThat(LogsScene.results(scene.lucene(""))).isEmpty();
    }

    @Test
    void withOneAllOfItIsFoundAtOnce() throws Exception {
        authorize();

        door.ingest(call("t-2"), crn, lines());

        assertThat(scene.found("action:\"iam-am.policy.delete\" AND coralogix.metadata.severity:Critical", "action"))
                .hasSize(1);
        var late = scene.ask(
                "late", "syntax", "lucene", "start_date", sandbox.clock().now().minus(Duration.ofDays(4)));
        assertThat(LogsScene.results(late)).hasSize(1);
        assertThat(sandbox.decision("t-2").get(0).permitted()).isTrue();
    }

    @Test
    void anInstanceThatIsntThereIsNoPlace() {
        for (String place : List.of(crn.replace(scene.guid, "nobody"), "nobody", scene.guid)) {
            assertThatThrownBy(() -> door.ingest(call("t-3"), place, lines()))
                    .isInstanceOfSatisfying(
                            DeliveryException.class,
                            nowhere -> assertThat(nowhere.reason()).isEqualTo(DeliveryException.Reason.NO_SUCH_PLACE));
        }
    }

    private void authorize() {
        var account = scene.account.id().value();
        var made = scene.owner.post(
                "/v1/policies",
                json(
                        "type",
                        "authorization",
                        "subjects",
                        array(json(
                                "attributes",
                                array(
                                        json("name", "serviceName", "value", "atracker"),
                                        json("name", "accountId", "value", account)))),
                        "roles",
                        array(json("role_id", "crn:v1:bluemix:public:logs::::serviceRole:Sender")),
                        "resources",
                        array(json(
                                "attributes",
                                array(
                                        json("name", "serviceName", "value", "logs"),
                                        json("name", "accountId", "value", account),
                                        json("name", "serviceInstance", "value", scene.guid))))));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(Actor.text(made, "state")).isEqualTo("active");
    }

    /** The sandbox ends between the question whether somebody may write and the writing. */
    @Test
    void whoeverWritesTooLateMakesNoFolderAnew(@TempDir Path folder) {
        var ending = Sandbox.start(options -> options.dataFolder(folder));
        var ended = new LogsScene(ending);
        var late = Logs.of(ended.account.state().world().directory(), Optional.of(folder));
        var judge = new PolicyGuard((owner, guid) -> {
            ending.close();
            return Optional.empty();
        });
        var service = ResourcePart.of(ended.account.state())
                .instance(ended.guid)
                .orElseThrow()
                .crn();
        var caller = ServiceCall.caller(service, "logs", ended.account.id().value());
        var call = new ServiceCall(caller, "t-late", "deliver", judge, false);

        assertThatThrownBy(() -> late.ingest(call, service, lines())).isInstanceOf(World.EndedException.class);
        assertThat(folder.resolve("logs")).doesNotExist();
    }
}
