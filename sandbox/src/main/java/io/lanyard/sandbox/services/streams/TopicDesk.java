// Room: sandbox / streams. What the routes of the administration API do.
package io.lanyard.sandbox.services.streams;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.resources.ServiceInstance;
import io.lanyard.sandbox.services.streams.Broker.Topic;
import io.lanyard.sandbox.state.Account;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Handlers and targets. What may be done to a topic is asked for after {@code messagehub.cluster.read}. */
final class TopicDesk {
    private static final String MANAGE = "messagehub.topic.manage";
    private static final int REQUEST_TIMED_OUT = 7;
    private static final int INVALID_TOPIC = 17;
    private static final int INVALID_PARTITIONS = 37;

    private final EventStreams streams;

    TopicDesk(EventStreams streams) {
        this.streams = streams;
    }

    /** What is asked of the broker. */
    @FunctionalInterface
    private interface Question<T> {
        T ask(Broker broker) throws BrokerException;
    }

    static Target cluster(Call call) {
        return Resource.CLUSTER.in(account(call), instance(call));
    }

    private static Account account(Call call) {
        String guid = call.path("instance");
        return call.directory().homeOf(guid).orElseThrow(() -> Refusal.notFound("ServiceInstance", guid));
    }

    private static ServiceInstance instance(Call call) {
        String guid = call.path("instance");
        return EventStreams.instance(account(call), guid)
                .filter(ServiceInstance::isThere)
                .orElseThrow(() -> Refusal.notFound("ServiceInstance", guid));
    }

    private static Target topic(Call call, String name) {
        return Resource.topic(name).in(account(call), instance(call));
    }

    Response list(Call call) {
        var topics = new JsonArray();
        String filter = call.query("topic_filter").orElse("");
        for (Topic topic : asked(call, Broker::topics)) {
            if (topic.name().contains(filter) && call.permits(EventStreams.TOPIC_READ, topic(call, topic.name()))) {
                topics.add(TopicView.of(topic));
            }
        }
        return answer(call, Response.ok(topics));
    }

    Response create(Call call) {
        String name = call.json().text("name");
        managed(call, name);
        int partitions = counted(call.json()
                .number("partitions")
                .or(() -> call.json().number("partition_count"))
                .orElse(1L));
        Map<String, String> configs = TopicConfigs.read(call.json().maybe("configs"));
        return done(call, broker -> broker.create(name, partitions, configs));
    }

    Response get(Call call) {
        String name = call.path("topic");
        call.require(EventStreams.TOPIC_READ, topic(call, name));
        return answer(call, Response.ok(TopicView.of(found(call, name))));
    }

    Response update(Call call) {
        String name = named(call);
        Map<String, String> set = new HashMap<>();
        Set<String> reset = new HashSet<>();
        TopicConfigs.changes(call.json().maybe("configs"), set, reset);
        var partitions = call.json().number("new_total_partition_count").map(TopicDesk::counted);
        return done(call, broker -> {
            if (!set.isEmpty() || !reset.isEmpty()) {
                broker.configure(name, set, reset);
            }
            if (partitions.isPresent()) {
                broker.grow(name, partitions.get());
            }
        });
    }

    Response delete(Call call) {
        String name = named(call);
        return done(call, broker -> broker.delete(name));
    }

    Response deleteRecords(Call call) {
        String name = named(call);
        int partitions = found(call, name).partitions();
        Map<Integer, Long> before = new HashMap<>();
        call.json()
                .tree()
                .getAsJsonArray("records_to_delete")
                .forEach(one -> before.put(
                        one.getAsJsonObject().get("partition").getAsInt(),
                        one.getAsJsonObject().get("before_offset").getAsLong()));
        before.keySet().stream()
                .filter(partition -> partition < 0 || partition >= partitions)
                .findFirst()
                .ifPresent(partition -> {
                    throw AdminErrors.of(
                            404,
                            BrokerException.NO_SUCH_TOPIC,
                            "The topic '" + name + "' has no partition " + partition + ": it has " + partitions + ".");
                });
        return done(call, broker -> broker.deleteRecords(name, before));
    }

    Response brokers(Call call) {
        var broker = new JsonObject();
        broker.addProperty("id", 1);
        broker.addProperty("host", "127.0.0.1");
        broker.addProperty("port", asked(call, Broker::port));
        var all = new JsonArray();
        all.add(broker);
        return answer(call, Response.ok(all));
    }

    Response status(Call call) {
        asked(call, Broker::port);
        return answer(call, Response.ok(Map.of("status", "available")));
    }

    /** Demands the right to manage the topic of the path, and that it is there. */
    private String named(Call call) {
        String name = call.path("topic");
        managed(call, name);
        found(call, name);
        return name;
    }

    private static void managed(Call call, String name) {
        Target target = topic(call, name);
        call.event().target(target.crn().orElse(""), name);
        call.require(MANAGE, target);
        if (Broker.owns(name)) {
            throw AdminErrors.of(422, INVALID_TOPIC, "The topic '" + name + "' is the broker's own.");
        }
    }

    private static int counted(long partitions) {
        if (partitions > Broker.MOST_PARTITIONS) {
            throw AdminErrors.of(422, INVALID_PARTITIONS, Broker.tooManyPartitions(partitions));
        }
        return Math.toIntExact(Math.max(partitions, 0));
    }

    private Topic found(Call call, String name) {
        return asked(call, broker -> broker.topic(name))
                .orElseThrow(() -> AdminErrors.of(
                        404, BrokerException.NO_SUCH_TOPIC, "The instance has no topic '" + name + "'."));
    }

    private <T> T asked(Call call, Question<T> question) {
        try {
            return question.ask(streams.broker(call.path("instance")));
        } catch (BrokerException failed) {
            boolean absent = failed.code() < 0 || failed.code() == REQUEST_TIMED_OUT;
            throw AdminErrors.of(absent ? 503 : 422, failed.code(), String.valueOf(failed.getMessage()));
        }
    }

    /** A change that the broker makes. */
    @FunctionalInterface
    private interface Change {
        void make(Broker broker) throws BrokerException;
    }

    private Response done(Call call, Change change) {
        asked(call, broker -> {
            change.make(broker);
            return broker;
        });
        return answer(call, Response.json(202, new JsonObject()));
    }

    private static Response answer(Call call, Response response) {
        return response.with("X-Global-Transaction-Id", call.transactionId());
    }
}
