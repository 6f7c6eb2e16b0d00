// Room: sandbox / object storage tests. How other services deliver into buckets.
package io.lanyard.sandbox.services.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.Doorways;
import io.lanyard.sandbox.delivery.BucketDoor;
import io.lanyard.sandbox.delivery.DeliveryException;
import io.lanyard.sandbox.delivery.DeliveryException.Reason;
import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.ServiceCall;
import io.lanyard.sandbox.services.policy.PolicyGuard;
import io.lanyard.sandbox.services.routing.Doors;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StorageDoorTest {
    private static final String OBJECT_WRITER = "cloud-object-storage::::serviceRole:ObjectWriter";

    private final AtomicReference<Doors> doors = new AtomicReference<>();
    private final StorageScene scene = new StorageScene(Doorways.start(this::watched));

    private Doors watched(Doors real) {
        doors.set(real);
        return real;
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private BucketDoor door() {
        return Optional.ofNullable(doors.get()).orElseThrow().buckets();
    }

    private ServiceCall ada(String transaction) {

        return new ServiceCall(
                Caller.of(scene.robot, "robot", scene.account.id().value(), "apikey"),
                transaction,
                "deliver",
                new PolicyGuard((account, guid) -> Optional.empty()),
                true);
    }

    private void put(String transaction, String bucket, String text) throws DeliveryException {
        door().put(ada(transaction), scene.instance.value(), bucket, "events/1", StorageScene.bytes(text));
    }

    @Test
    void anObjectIsDeliveredByWhoeverMayPutOne() throws DeliveryException {
        scene.owner.bucket("audit-logs");
        scene.grant(scene.robot, OBJECT_WRITER, "audit-logs", new JsonObject());

        put("tx-1", "audit-logs", "{}");

        assertThat(scene.owner.get("/audit-logs/events/1").text()).isEqualTo("{}");
        assertThat(scene.sandbox.decision("tx-1")).singleElement().satisfies(verdict -> {
            assertThat(verdict.action()).isEqualTo("cloud-object-storage.object.put");
            assertThat(verdict.permitted()).isTrue();
        });
        assertThat(scene.sandbox.events(scene.account.id()))
                .noneMatch(event -> event.action().equals("cloud-object-storage.object.create"));
    }

    @Test
    void nothingIsDeliveredWithoutAnAuthorization() {
        scene.owner.bucket("audit-logs");

        assertThatThrownBy(() -> put("tx-2", "audit-logs", "{}"))
                .isInstanceOfSatisfying(
                        DeliveryException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DENIED));
        assertThat(scene.owner.get("/audit-logs/events/1").problem()).isEqualTo("404 NoSuchKey");
        assertThat(scene.sandbox.decision("tx-2").get(0).permitted()).isFalse();
    }

    @Test
    void aPlaceThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> put("tx-3", "no-such-bucket", "{}"))
                .isInstanceOfSatisfying(
                        DeliveryException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_SUCH_PLACE));
        assertThatThrownBy(
                        () -> door().put(ada("tx-4"), "crn:v1:bluemix:public:x:global:a/1:2::", "b", "k", new byte[1]))
                .isInstanceOfSatisfying(
                        DeliveryException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_SUCH_PLACE));
    }
}
