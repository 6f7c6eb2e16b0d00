// Room: sandbox / routing, tests. Delivery to accounts that look at where a service comes from.
package io.lanyard.sandbox.services.routing;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.services.routing.RoutingScene.SENDER;
import static io.lanyard.sandbox.services.routing.RoutingScene.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.kernel.ServiceCall;
import io.lanyard.sandbox.state.AuditEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Event routing of one account writes to the logs of another one. */
class ExternalDeliveryTest {
    private static final String EVAL = "iam-access-management.account-settings.eval";
    private final Places places = new Places();

    @Test
    void aServiceOfAnotherAccountIsToldOfAndWhatIsToldIsDelivered() {
        try (var sandbox = places.sandbox()) {
            var scene = scene(sandbox, sandbox.account());
            var other = sandbox.newAccount(seed -> {});
            var theirs = scene(sandbox, other);
            theirs.authorize("logs", SENDER);
            theirs.authorize("logs", SENDER, scene.id());
            var own = theirs.target(theirs.logs());
            theirs.route(rule("*", own));
            services(theirs, "monitor");
            var across = scene.target(theirs.logs());
            scene.route(rule("*", across));
            act(scene);
            scene.flushed(across);

            assertThat(told(sandbox, other))
                    .isNotEmpty()
                    .allSatisfy(event -> {
                        assertThat(event.responseData()).isEqualTo(Map.of("decision", "Deny", "isEnforced", "false"));
                        assertThat(event.requestData())
                                .containsEntry("action", "logs.data-ingress.send")
                                .containsEntry("ipAddress", ServiceCall.ADDRESS)
                                .extractingByKey("subject")
                                .asString()
                                .contains("identity_type=service")
                                .contains("account_id=" + scene.id());
                    })
                    .last()
                    .satisfies(event -> assertThat(sandbox.decision(event.correlationId()))
                            .singleElement()
                            .matches(verdict -> verdict.permitted()));

            services(theirs, "limited");
            act(scene);
            scene.flushed(across);
            theirs.flushed(own);

            assertThat(told(sandbox, other))
                    .last()
                    .satisfies(event -> assertThat(event.responseData())
                            .isEqualTo(Map.of("decision", "Deny", "isEnforced", "true")));
            theirs.flushed(own);
            assertThat(places.inLogs().stream()
                            .filter(event -> event.get("action").getAsString().equals(EVAL))
                            .map(event -> event.get("id").getAsString()))
                    .containsExactlyElementsOf(
                            told(sandbox, other).stream().map(AuditEvent::id).toList());
        }
    }

    /** The account that is delivered to comes first, so what it is told of comes when its own turn is over. */
    @Test
    void oneFlushDeliversWhatDeliveriesTellToo() {
        try (var sandbox = places.sandbox()) {
            var theirs = scene(sandbox, sandbox.account());
            var ours = scene(sandbox, sandbox.newAccount(seed -> {}));
            theirs.authorize("logs", SENDER);
            theirs.authorize("logs", SENDER, ours.id());
            services(theirs, "monitor");
            theirs.route(rule("*", theirs.target(theirs.logs())));
            ours.route(rule("*", ours.target(theirs.logs())));
            act(ours);

            assertThat(sandbox.flush()).isTrue();

            var told = told(sandbox, theirs.account());
            assertThat(told).hasSizeGreaterThan(1);
            assertThat(places.inLogs())
                    .extracting(event -> event.get("id").getAsString())
                    .containsAll(told.stream().map(AuditEvent::id).toList());
        }
    }

    /** Each write to the other account is told of there, and what is told is written to this one. */
    @Test
    void accountsThatDeliverToEachOtherComeToRest() {
        try (var sandbox = places.sandbox()) {
            var ours = scene(sandbox, sandbox.account());
            var theirs = scene(sandbox, sandbox.newAccount(seed -> {}));
            ours.authorize("logs", SENDER, theirs.id());
            theirs.authorize("logs", SENDER, ours.id());
            services(ours, "monitor");
            services(theirs, "monitor");
            var toThem = ours.target(theirs.logs());
            var toUs = theirs.target(ours.logs());
            ours.route(rule("*", toThem));
            theirs.route(rule("*", toUs));
            act(ours);
            for (var round = 0; round < 5; round++) {
                ours.flushed(toThem);
                theirs.flushed(toUs);
            }
            var rested = told(sandbox, ours.account()).size();
            assertThat(rested).isPositive();
            for (var round = 0; round < 5; round++) {
                ours.flushed(toThem);
                theirs.flushed(toUs);
            }

            assertThat(told(sandbox, ours.account())).hasSize(rested);
            act(theirs);
            theirs.flushed(toUs);
            assertThat(told(sandbox, ours.account())).hasSizeGreaterThan(rested);
        }
    }

    @Test
    void whereNothingIsEnforcedADenialOfAServiceIsRecordedAndNothingElse() {
        try (var sandbox = places.reportOnly()) {
            var scene = scene(sandbox, sandbox.account());
            var target = scene.target(scene.logs());
            scene.route(rule("*", target));
            act(scene);
            scene.flushed(target);

            assertThat(places.inLogs()).isNotEmpty();
            assertThat(sandbox.decisions(sandbox.account().id()))
                    .filteredOn(verdict -> verdict.action().equals("logs.data-ingress.send"))
                    .isNotEmpty()
                    .noneMatch(verdict -> verdict.permitted());
        }
    }

    private static RoutingScene scene(Sandbox sandbox, SandboxAccount account) {
        return new RoutingScene(account, Actor.owner(sandbox, account));
    }

    private static void act(RoutingScene scene) {
        assertThat(scene.owner()
                        .post("/v1/serviceids", json("account_id", scene.id(), "name", "x"))
                        .status())
                .isEqualTo(201);
    }

    private static void services(RoutingScene scene, String state) {
        var rule = json("service", json("state", state, "external_allowed_accounts", array()));
        assertThat(scene.owner()
                        .send(
                                "PATCH",
                                "/v1/accounts/" + scene.id() + "/settings/access_management",
                                json("external_account_identity_interaction", json("identity_types", rule))
                                        .toString(),
                                "If-Match",
                                "*")
                        .status())
                .isEqualTo(200);
    }

    private static List<AuditEvent> told(Sandbox sandbox, SandboxAccount account) {
        return sandbox.events(account.id()).stream()
                .filter(event -> event.action().equals(EVAL))
                .toList();
    }
}
