// Room: sandbox / routing. Takes events through the doors of other services.
package io.lanyard.sandbox.services.routing;

import io.lanyard.core.Crn;
import io.lanyard.core.Secret;
import io.lanyard.sandbox.delivery.DeliveryException;
import io.lanyard.sandbox.delivery.DeliveryException.Reason;
import io.lanyard.sandbox.delivery.LogDoor.Line;
import io.lanyard.sandbox.delivery.TopicDoor.Message;
import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.Guard;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.ServiceCall;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.kernel.WireJson;
import io.lanyard.sandbox.services.Surroundings;
import io.lanyard.sandbox.services.token.Logins;
import io.lanyard.sandbox.state.Directory;
import io.lanyard.sandbox.state.World;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes to targets: as the service, which an authorization in the account of the place must let in, or as the identity whose API
 * key it was given.
 */
final class Courier {
    /** The application that Cloud Logs files audit events under (services/activity-tracker.md §6). */
    static final String APPLICATION = "ibm-audit-event";

    private static final String DELIVERS = "Activity Tracker Event Routing";
    private static final String REPORT = "apprapp.configuration-update.report";
    private static final int DEBUG = 1;

    private final Doors doors;
    private final Guard guard;
    private final boolean enforcing;
    private final Logins logins;
    private final Directory directory;

    Courier(Surroundings with, Doors doors) {
        this.doors = doors;
        this.guard = with.guard();
        this.enforcing = with.settings().enforcing();
        this.logins = with.logins();
        this.directory = with.directory();
    }

    /** A write that got through is no failure. */
    interface Attempt {
        void run(ServiceCall call) throws DeliveryException;
    }

    /** Writes a little something to see whether it gets through. */
    Optional<Failure> test(TargetEntry target, String transactionId, Instant now) {
        var told = WireJson.write(told(target, now));
        var sink = target.sink();
        return attempt(target, transactionId, now, Write.OF_CALLS, call -> {
            if (sink instanceof Sink.Bucket bucket) {
                var key = target.accountId() + "/" + target.region() + "/write-test";
                doors.buckets().put(call, bucket.crn(), bucket.bucket(), key, utf8(told));
            } else if (sink instanceof Sink.Topic topic) {
                var message = new Message(headers(target, "write-test", Locations.GLOBAL), told);
                doors.topics().send(call, topic.crn(), topic.topic(), List.of(message));
            } else if (sink instanceof Sink.Logs logs) {
                var line = new Line("atracker-write-test", "atracker", DEBUG, now, told);
                doors.logs().ingest(call, logs.crn(), List.of(line));
            } else {
                report(call, sink.crn());
            }
        });
    }

    /** Its fields are named as in no event: a log would take no field of another type than it had first. */
    private static Map<String, Object> told(TargetEntry target, Instant now) {
        var details = new LinkedHashMap<String, Object>();
        details.put("account", target.accountId());
        details.put("region", target.region());
        details.put("target", target.name());
        details.put("time", now.toString());
        var told = new LinkedHashMap<String, Object>();
        told.put("message", "Activity Tracker Event Routing: write test");
        told.put("write_test", details);
        return told;
    }

    /**
     * Delivers events; those of a bucket become one object. A bucket gets all or none. A topic or a log may keep some when it takes
     * no more (of a topic, the failure says how many): no other try follows then, see {@link Delivery#mayPass}.
     */
    Optional<Failure> deliver(
            TargetEntry target, String transactionId, Instant now, String objectKey, List<Emitted> events) {
        var sink = target.sink();
        var kind = events.stream().allMatch(Emitted::echo) ? Write.OF_ECHOES : Write.OF_CALLS;
        return attempt(target, transactionId, now, kind, call -> {
            if (sink instanceof Sink.Bucket bucket) {
                var lines = events.stream().map(Emitted::line).collect(Collectors.joining("\n", "", "\n"));
                doors.buckets().put(call, bucket.crn(), bucket.bucket(), objectKey, utf8(lines));
            } else if (sink instanceof Sink.Topic topic) {
                var messages = new ArrayList<Message>(events.size());
                events.forEach(
                        event -> messages.add(new Message(headers(target, "audit", event.location()), event.line())));
                doors.topics().send(call, topic.crn(), topic.topic(), messages);
            } else if (sink instanceof Sink.Logs logs) {
                var lines = new ArrayList<Line>(events.size());
                events.forEach(event -> lines.add(
                        new Line(APPLICATION, event.subsystem(), event.severity(), event.at(), event.line())));
                doors.logs().ingest(call, logs.crn(), lines);
            } else {
                report(call, sink.crn());
            }
        });
    }

    private static Map<String, String> headers(TargetEntry target, String type, String location) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("type", type);
        headers.put("account", target.accountId());
        headers.put("region", target.region());
        headers.put("location", location);
        return headers;
    }

    private Optional<Failure> attempt(
            TargetEntry target, String transactionId, Instant now, Write kind, Attempt write) {
        var type = target.sink().type();
        Caller caller;
        try {
            caller = target.sink().apiKey().map(this::login).orElseGet(() -> service(target));
        } catch (Refusal refused) {
            var why = whyNoLogin(refused);
            return Optional.of(new Failure(type, Reason.DENIED, why, true, transactionId, now, 0));
        }
        var call = new ServiceCall(caller, transactionId, DELIVERS, guard, enforcing);
        try {
            kind.run(() -> write.run(call));
            return Optional.empty();
        } catch (DeliveryException failed) {
            var why = String.valueOf(failed.getMessage());
            return Optional.of(new Failure(type, failed.reason(), why, false, transactionId, now, failed.arrived()));
        } catch (World.EndedException ended) {
            var why = String.valueOf(ended.getMessage());
            return Optional.of(new Failure(type, Reason.NO_SUCH_PLACE, why, false, transactionId, now, 0));
        }
    }

    /** An unknown key is told in the words of IBM's sample; a refused address says which list it is missing from. */
    private static String whyNoLogin(Refusal refused) {
        var message = refused.message().replaceAll("\\.$", "");
        return refused.problem() == Problem.FORBIDDEN ? message + ": " + refused.detailText() : message;
    }

    private Caller login(Secret key) {
        return logins.admit(logins.byKey(key.reveal()), ServiceCall.ADDRESS).caller();
    }

    private Caller service(TargetEntry target) {
        var crn = "crn:v1:bluemix:public:atracker:" + target.region() + ":a/" + target.accountId() + ":::";
        return ServiceCall.caller(crn, "atracker", target.accountId());
    }

    /** There is no App Configuration here: all that can be said is whether it would be let in. */
    private void report(ServiceCall call, String crn) throws DeliveryException {
        var instance = Crn.parse(crn);
        var home = directory
                .account(instance.scope().substring("a/".length()))
                .orElseThrow(() -> new DeliveryException(Reason.NO_SUCH_PLACE, "There is no such account: " + crn));
        var target = Target.in(home, Sink.Type.APP_CONFIGURATION.service())
                .with("region", instance.region())
                .with("serviceInstance", instance.serviceInstance())
                .named(crn, "");
        var denial =
                call.denial(REPORT, target, "there is no authorization for it, or it names another role or instance.");
        if (denial.isPresent()) {
            throw new DeliveryException(Reason.DENIED, "The instance may not be written to: " + denial.get());
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
