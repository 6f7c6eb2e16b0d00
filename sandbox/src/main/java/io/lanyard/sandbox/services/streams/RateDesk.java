// Room: sandbox / streams. Quotas over HTTP.
package io.lanyard.sandbox.services.streams;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.services.streams.ByteRates.Rate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Handlers. IBM's entities are {@code default} and service IDs. */
final class RateDesk {
    private static final String READ = "messagehub.config.read";
    private static final String MANAGE = "messagehub.cluster.manage";

    /** Kafka has no code for it. */
    private static final int NONE = 0;

    private final Desk desk;

    RateDesk(Desk desk) {
        this.desk = desk;
    }

    Response list(Call call) {
        var data = new JsonArray();
        new TreeMap<>(all(call)).forEach((entity, rate) -> {
            var one = new JsonObject();
            one.addProperty("entity_name", entity);
            write(rate, one);
            data.add(one);
        });
        var json = new JsonObject();
        json.add("data", data);
        return Desk.answer(call, Response.ok(json));
    }

    Response get(Call call) {
        String entity = entity(call);
        var json = new JsonObject();
        write(Optional.ofNullable(all(call).get(entity)).orElseThrow(() -> absent(entity)), json);
        return Desk.answer(call, Response.ok(json));
    }

    Response create(Call call) {
        String entity = changed(call);
        if (there(call, entity)) {
            throw AdminErrors.of(422, NONE, "'" + entity + "' has quotas already: change them.");
        }
        return set(call, entity, 201);
    }

    Response update(Call call) {
        String entity = changed(call);
        if (!there(call, entity)) {
            throw absent(entity);
        }
        return set(call, entity, 202);
    }

    Response delete(Call call) {
        String entity = changed(call);
        if (!there(call, entity)) {
            throw absent(entity);
        }
        return desk.done(call, 202, broker -> broker.rates().remove(entity));
    }

    private Response set(Call call, String entity, int status) {
        var rate = new Rate(positive(call, "producer_byte_rate"), positive(call, "consumer_byte_rate"));
        if (rate.producer().isEmpty() && rate.consumer().isEmpty()) {
            throw Refusal.of(Problem.INVALID, "Give 'producer_byte_rate', 'consumer_byte_rate' or both.")
                    .about("producer_byte_rate");
        }
        return desk.done(call, status, broker -> broker.rates().set(entity, rate));
    }

    private static Optional<Long> positive(Call call, String name) {
        return call.json().number(name).map(rate -> {
            if (rate <= 0) {
                throw AdminErrors.of(422, NONE, "'" + name + "' must be more than 0, not " + rate + ".");
            }
            return rate;
        });
    }

    private boolean there(Call call, String entity) {
        return desk.asked(call, broker -> broker.rates().all()).containsKey(entity);
    }

    private Map<String, Rate> all(Call call) {
        call.require(READ, Desk.target(call, Resource.CLUSTER));
        return desk.asked(call, broker -> broker.rates().all());
    }

    private static String changed(Call call) {
        call.require(MANAGE, Desk.target(call, Resource.CLUSTER));
        return entity(call);
    }

    private static String entity(Call call) {
        String entity = call.path("entity");
        if (!entity.equals(ByteRates.DEFAULT) && !entity.startsWith("iam-ServiceId-")) {
            throw AdminErrors.of(
                    422, NONE, "Quotas are for 'default' or a service ID (iam-ServiceId-…), not for '" + entity + "'.");
        }
        return entity;
    }

    private static Refusal absent(String entity) {
        return AdminErrors.of(404, NONE, "'" + entity + "' has no quotas of its own.");
    }

    private static void write(Rate rate, JsonObject json) {
        rate.producer().ifPresent(bytes -> json.addProperty("producer_byte_rate", bytes));
        rate.consumer().ifPresent(bytes -> json.addProperty("consumer_byte_rate", bytes));
    }
}
