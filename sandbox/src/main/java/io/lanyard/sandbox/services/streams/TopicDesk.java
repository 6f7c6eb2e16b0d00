// Room: sandbox / streams. What the routes of the administration API do.
package io.lanyard.sandbox.services.streams;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.streams.Broker.Topic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Handlers and targets. What may be done to a topic is asked for after {@code messagehub.cluster.read}. */
final class TopicDesk {
    private static final String MANAGE = "messagehub.topic.manage";
    private static final int INVALID_PARTITIONS = 37;

    private final Desk desk;

    TopicDesk(Desk desk) {
        this.desk = desk;
    }

    private static Target topic(Call call, String name) {
        return Desk.target(call, Resource.topic(name));
    }

    Response list(Call call) {
        var wanted = NameFilter.of("topic_filter", call.query("topic_filter"));
        return Desk.answer(
                call,
                Paged.of(
                        call,
                        desk.asked(call, Broker::topics).stream()
                                .filter(topic -> wanted.test(topic.name())
                                        && call.permits(EventStreams.TOPIC_READ, topic(call, topic.name())))
                                .map(TopicView::of)
                                .toList()));
    }

    Response create(Call call) {
        String name = call.json().text("name");
        managed(call, name);
        int partitions = counted(call.json()
                .number("partition_count")
                .or(() -> call.json().number("partitions"))
                .orElse(1L));
        Map<String, String> configs = TopicConfigs.read(call.json().maybe("configs"));
        return desk.done(call, 202, broker -> broker.create(name, partitions, configs));
    }

    Response get(Call call) {
        String name = call.path("topic");
        call.require(EventStreams.TOPIC_READ, topic(call, name));
        return Desk.answer(call, Response.ok(TopicView.of(found(call, name))));
    }

    Response update(Call call) {
        String name = named(call);
        Map<String, String> set = new HashMap<>();
        Set<String> reset = new HashSet<>();
        TopicConfigs.changes(call.json().maybe("configs"), set, reset);
        var partitions = call.json().number("new_total_partition_count").map(TopicDesk::counted);
        return desk.done(call, 202, broker -> {
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
        return desk.done(call, 202, broker -> broker.delete(name));
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
        return desk.done(call, 202, broker -> broker.deleteRecords(name, before));
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
        Desk.othersOnly(name);
    }

    private static int counted(long partitions) {
        if (partitions > Broker.MOST_PARTITIONS) {
            throw AdminErrors.of(422, INVALID_PARTITIONS, Broker.tooManyPartitions(partitions));
        }
        return Math.toIntExact(Math.max(partitions, 0));
    }

    private Topic found(Call call, String name) {
        return desk.asked(call, broker -> broker.topic(name))
                .orElseThrow(() -> AdminErrors.of(
                        404, BrokerException.NO_SUCH_TOPIC, "The instance has no topic '" + name + "'."));
    }
}
