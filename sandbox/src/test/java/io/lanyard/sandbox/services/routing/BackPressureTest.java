// Room: sandbox / routing, tests. Who waits when events come faster than they are read, and who doesn't.
package io.lanyard.sandbox.services.routing;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.state.AuditEvent;
import io.lanyard.sandbox.state.Journal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reader of the journal that is always behind sees how calls give way to it. */
class BackPressureTest {
    private final List<String> waited = new CopyOnWriteArrayList<>();
    private final List<String> read = new CopyOnWriteArrayList<>();
    private Sandbox sandbox;
    private RoutingScene scene;
    private Actor guest;

    @BeforeEach
    void open() {
        sandbox = Sandbox.start();
        scene = new RoutingScene(sandbox.account(), Actor.owner(sandbox, sandbox.account()));
        var outside = sandbox.newAccount(seed -> {});
        sandbox.account().admit(outside);
        guest = Actor.owner(sandbox, outside);
        scene.account().state().journal().readBy(new Journal.Reader<>() {
            @Override
            public void read(AuditEvent event) {
                read.add(event.action());
            }

            @Override
            public boolean isBehind() {
                return true;
            }

            @Override
            public void giveWay() {
                assertThatNobodyHoldsTheAccount();
                waited.add(Thread.currentThread().getName());
            }
        });
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private void assertThatNobodyHoldsTheAccount() {
        var free = CompletableFuture.supplyAsync(() -> scene.account().state().alone(() -> true));
        assertThat(free.orTimeout(20, TimeUnit.SECONDS).join()).isTrue();
    }

    private void assertWaitedOnce(String what) {
        assertThat(waited).as(what).singleElement().asString().doesNotContain("I/O");
        waited.clear();
        read.clear();
    }

    @Test
    void eachCallWaitsOnceOnAThreadThatNobodyElseNeeds() {
        assertThat(scene.owner().get("/v2/resource_groups").status()).isEqualTo(200);
        assertWaitedOnce("reading, answered where the request arrives");

        assertThat(scene.owner()
                        .post("/v1/serviceids", json("account_id", scene.id(), "name", "x"))
                        .status())
                .isEqualTo(201);
        assertWaitedOnce("changing, under the account's lock");

        var bucket = sandbox.storageUrl() + "/waited-for";
        var storage = scene.account().newInstance("cloud-object-storage-standard", "global", "storage");
        assertThat(scene.owner()
                        .send("PUT", bucket, "", "ibm-service-instance-id", storage.serviceInstance())
                        .status())
                .isEqualTo(200);
        waited.clear();
        assertThat(scene.owner().send("PUT", bucket + "/object", "text").status())
                .isEqualTo(200);
        assertWaitedOnce("streaming");
    }

    @Test
    void aCallOfWhichMoreIsToldWaitsOnceAllTheSame() {
        var monitored = json("user", json("state", "monitor", "external_allowed_accounts", array()));
        var path = "/v1/accounts/" + scene.id() + "/settings/access_management";
        var settings = json("external_account_identity_interaction", json("identity_types", monitored));
        assertThat(scene.owner()
                        .send("PATCH", path, settings.toString(), "If-Match", "*")
                        .status())
                .isEqualTo(200);
        assertThat(scene.owner()
                        .post(
                                "/v1/policies",
                                json(
                                        "type",
                                        "access",
                                        "subjects",
                                        array(json(
                                                "attributes", array(json("name", "iam_id", "value", guest.iamId())))),
                                        "roles",
                                        array(json("role_id", "crn:v1:bluemix:public:iam::::role:Administrator")),
                                        "resources",
                                        array(json(
                                                "attributes",
                                                array(
                                                        json("name", "accountId", "value", scene.id()),
                                                        json("name", "serviceName", "value", "iam-groups"))))))
                        .status())
                .isEqualTo(201);
        waited.clear();
        read.clear();

        assertThat(guest.post("/v2/groups?account_id=" + scene.id(), json("name", "people"))
                        .status())
                .isEqualTo(201);

        assertThat(read).containsExactly("iam-access-management.account-settings.eval", "iam-groups.group.create");
        assertWaitedOnce("told of twice");
    }
}
