// Room: sandbox / streams. Consumer groups over HTTP.
package io.lanyard.sandbox.services.streams;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.services.streams.ConsumerGroups.Group;
import io.lanyard.sandbox.services.streams.ConsumerGroups.Member;
import io.lanyard.sandbox.services.streams.ConsumerGroups.Offset;
import io.lanyard.sandbox.services.streams.ConsumerGroups.Position;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;

/** Handlers. Who moves a group reads in its name, so that takes what reading takes. */
final class GroupDesk {
    private static final String READ = "messagehub.group.read";
    private static final String MANAGE = "messagehub.group.manage";
    private static final int NO_SUCH_GROUP = 69;

    private final Desk desk;

    GroupDesk(Desk desk) {
        this.desk = desk;
    }

    Response list(Call call) {
        var wanted = NameFilter.of("group_filter", call.query("group_filter"));
        List<String> ids = desk.asked(call, broker -> broker.groups().ids());
        return Desk.answer(
                call,
                Paged.of(
                        call,
                        ids.stream()
                                .filter(id ->
                                        wanted.test(id) && call.permits(READ, Desk.target(call, Resource.group(id))))
                                .map(JsonPrimitive::new)
                                .toList()));
    }

    Response get(Call call) {
        Group group = found(call, READ);
        var json = new JsonObject();
        json.addProperty("group_id", group.id());
        json.addProperty("state", group.state());
        json.add("members", all(group.members(), GroupDesk::member));
        json.add("offsets", all(group.offsets(), offset -> {
            JsonObject one = place(offset);
            one.addProperty("current_offset", offset.current());
            one.addProperty("end_offset", offset.end());
            return one;
        }));
        return Desk.answer(call, Response.ok(json));
    }

    Response delete(Call call) {
        Group group = found(call, MANAGE);
        return desk.done(call, 202, broker -> broker.groups().delete(group.id()));
    }

    Response move(Call call) {
        Group group = found(call, READ);
        Position to = position(call);
        var topic = call.json().maybeText("topic").filter(name -> !name.isEmpty());
        List<Offset> moved = desk.asked(call, broker -> broker.groups().moved(group, topic, to));
        moved.stream()
                .map(Offset::topic)
                .distinct()
                .forEach(name -> call.require(EventStreams.TOPIC_READ, Desk.target(call, Resource.topic(name))));
        if (call.json().flag("execute", false)) {
            desk.done(call, 200, broker -> broker.groups().move(group.id(), moved));
        }
        return Desk.answer(call, Response.ok(all(moved, offset -> {
            JsonObject one = place(offset);
            one.addProperty("offset", offset.current());
            return one;
        })));
    }

    private static Position position(Call call) {
        String mode = call.json().maybeText("mode").orElse("");
        return switch (mode) {
            case "earliest" -> new Position.Earliest();
            case "latest" -> new Position.Latest();
            case "datetime" -> since(call.json().maybeText("value").orElse(""));
            default ->
                throw Refusal.of(
                                Problem.INVALID,
                                "'mode' must be 'earliest', 'latest' or 'datetime', not '" + mode + "'.")
                        .about("mode");
        };
    }

    private static Position since(String time) {
        try {
            return new Position.Since(OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeException notOne) {
            throw Refusal.of(
                            Problem.INVALID,
                            "'value' must be a time such as 2026-06-01T12:00:00Z for the mode 'datetime', not '" + time
                                    + "'.")
                    .about("value");
        }
    }

    private Group found(Call call, String action) {
        String id = call.path("group");
        call.require(action, Desk.target(call, Resource.group(id)));
        return desk.asked(call, broker -> broker.groups().find(id))
                .orElseThrow(
                        () -> AdminErrors.of(404, NO_SUCH_GROUP, "The instance has no consumer group '" + id + "'."));
    }

    private static JsonObject member(Member member) {
        var json = new JsonObject();
        json.addProperty("consumer_id", member.consumerId());
        json.addProperty("client_id", member.clientId());
        json.addProperty("host", member.host());
        json.add("assignments", all(member.assignments(), GroupDesk::place));
        return json;
    }

    private static JsonObject place(Offset offset) {
        var json = new JsonObject();
        json.addProperty("topic", offset.topic());
        json.addProperty("partition", offset.partition());
        return json;
    }

    private static <T> JsonArray all(List<T> things, Function<T, JsonObject> writer) {
        var array = new JsonArray();
        things.stream().map(writer).forEach(array::add);
        return array;
    }
}
