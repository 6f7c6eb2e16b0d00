// Room: sandbox / routing, tests. Buckets, topics and logs that a test can look into, and break.
package io.lanyard.sandbox.services.routing;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.lanyard.core.Crn;
import io.lanyard.sandbox.Doorways;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.delivery.DeliveryException;
import io.lanyard.sandbox.delivery.DeliveryException.Reason;
import io.lanyard.sandbox.delivery.LogDoor.Line;
import io.lanyard.sandbox.delivery.TopicDoor.Message;
import io.lanyard.sandbox.kernel.ServiceCall;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.state.Directory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Doors that judge by the guard, and keep what comes through. */
final class Places {
    final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    final List<Message> messages = Collections.synchronizedList(new ArrayList<>());
    final List<Line> lines = Collections.synchronizedList(new ArrayList<>());
    final List<ServiceCall> calls = new CopyOnWriteArrayList<>();
    private final Map<String, DeliveryException> broken = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> stuck = new ConcurrentHashMap<>();
    private volatile Runnable aside = () -> {};
    private Directory directory = new Directory();

    /** Starts a sandbox that delivers to these places. */
    Sandbox sandbox() {
        return known(Doorways.start(doors -> new Doors(this::put, this::send, this::ingest)));
    }

    /** Starts one that enforces nothing. */
    Sandbox reportOnly() {
        return known(Doorways.startReportOnly(doors -> new Doors(this::put, this::send, this::ingest)));
    }

    private Sandbox known(Sandbox sandbox) {
        directory = sandbox.account().state().world().directory();
        return sandbox;
    }

    /** From now on this bucket, topic or instance fails. */
    void breaks(String name, Reason reason) {
        broken.put(name, new DeliveryException(reason, name + " is broken."));
    }

    /** From now on every write does something more. */
    void tells(Runnable more) {
        aside = more;
    }

    void mend(String name) {
        broken.remove(name);
    }

    /** From now on this bucket, topic or instance doesn't answer until the latch opens. */
    CountDownLatch hangs(String name) {
        var latch = new CountDownLatch(1);
        stuck.put(name, latch);
        return latch;
    }

    private void put(ServiceCall call, String crn, String bucket, String key, byte[] content) throws DeliveryException {
        enter(call, crn, bucket, "cloud-object-storage.object.put", "bucket");
        objects.put(bucket + "/" + key, content);
    }

    private void send(ServiceCall call, String crn, String topic, List<Message> batch) throws DeliveryException {
        enter(call, crn, topic, "messagehub.topic.write", "topic");
        messages.addAll(batch);
    }

    private void ingest(ServiceCall call, String crn, List<Line> batch) throws DeliveryException {
        enter(call, crn, Crn.parse(crn).serviceInstance(), "logs.data-ingress.send", "");
        lines.addAll(batch);
    }

    private void enter(ServiceCall call, String crn, String name, String action, String type) throws DeliveryException {
        calls.add(call);
        aside.run();
        var latch = stuck.get(name);
        if (latch != null) {
            try {
                latch.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
        var failure = broken.get(name);
        if (failure != null) {
            throw failure;
        }
        var instance = Crn.parse(crn);
        var home = directory
                .account(instance.scope().substring(2))
                .orElseThrow(() -> new DeliveryException(Reason.NO_SUCH_PLACE, "no such account"));
        var target = Target.in(home, instance.serviceName()).with("serviceInstance", instance.serviceInstance());
        var denial = call.denial(
                action,
                type.isEmpty() ? target : target.resource(type, name),
                "The action " + action + " is not permitted.");
        if (denial.isPresent()) {
            throw new DeliveryException(Reason.DENIED, denial.get());
        }
    }

    /** The events in the objects of a bucket, by name of the object. */
    List<JsonObject> inBucket(String bucket) {
        return objects.entrySet().stream()
                .filter(object -> object.getKey().startsWith(bucket + "/")
                        && object.getKey().endsWith(".log"))
                .flatMap(object -> new String(object.getValue(), StandardCharsets.UTF_8).lines())
                .map(Places::json)
                .toList();
    }

    /** The audit events in the logs. */
    List<JsonObject> inLogs() {
        synchronized (lines) {
            return lines.stream()
                    .filter(line -> line.application().equals("ibm-audit-event"))
                    .map(line -> json(line.text()))
                    .toList();
        }
    }

    /** The audit events in the topics. */
    List<JsonObject> inTopics() {
        return messages.stream()
                .filter(message -> "audit".equals(message.headers().get("type")))
                .map(message -> json(message.value()))
                .toList();
    }

    private static JsonObject json(String line) {
        return JsonParser.parseString(line).getAsJsonObject();
    }
}
