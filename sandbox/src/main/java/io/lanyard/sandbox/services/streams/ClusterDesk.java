// Room: sandbox / streams. The cluster over HTTP.
package io.lanyard.sandbox.services.streams;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Target;
import java.util.Map;
import java.util.TreeMap;

/** Handlers. A cluster is one broker here, with the number 1. */
final class ClusterDesk {
    private static final String CONFIGS_READ = "messagehub.config.read";
    private static final String ID = "1";

    private final Desk desk;

    ClusterDesk(Desk desk) {
        this.desk = desk;
    }

    /** What every call is about. */
    static Target target(Call call) {
        return Desk.target(call, Resource.CLUSTER);
    }

    Response cluster(Call call) {
        var json = new JsonObject();
        json.addProperty("id", desk.asked(call, Broker::clusterId));
        json.add("controller", summary(call));
        json.add("brokers", all(call));
        return Desk.answer(call, Response.ok(json));
    }

    Response brokers(Call call) {
        return Desk.answer(call, Response.ok(all(call)));
    }

    private JsonArray all(Call call) {
        var all = new JsonArray();
        all.add(summary(call));
        return all;
    }

    private JsonObject summary(Call call) {
        var broker = new JsonObject();
        broker.addProperty("id", 1);
        broker.addProperty("host", "127.0.0.1");
        broker.addProperty("port", desk.asked(call, Broker::port));
        return broker;
    }

    Response broker(Call call) {
        JsonArray configs = configs(call);
        JsonObject broker = summary(call);
        broker.add("configs", configs);
        return Desk.answer(call, Response.ok(broker));
    }

    Response brokerConfigs(Call call) {
        return Desk.answer(call, Response.ok(configs(call)));
    }

    private JsonArray configs(Call call) {
        call.require(CONFIGS_READ, Desk.target(call, Resource.CLUSTER));
        if (!call.path("broker").equals(ID)) {
            throw AdminErrors.of(404, 0, "The instance has no broker '" + call.path("broker") + "'.");
        }
        var wanted = NameFilter.of("config_filter", call.query("config_filter"));
        Map<String, Broker.Setting> settings = desk.asked(call, Broker::settings);
        boolean verbose = call.query("verbose").filter("true"::equals).isPresent();
        var all = new JsonArray();
        new TreeMap<>(settings).forEach((name, setting) -> {
            if (wanted.test(name)) {
                var one = new JsonObject();
                one.addProperty("name", name);
                setting.value().ifPresent(text -> one.addProperty("value", text));
                one.addProperty("is_sensitive", setting.sensitive());
                if (verbose) {
                    one.addProperty("source", setting.source());
                }
                all.add(one);
            }
        });
        return all;
    }

    Response status(Call call) {
        desk.asked(call, Broker::port);
        return Desk.answer(call, Response.ok(Map.of("status", "available")));
    }

    /** No cluster of the sandbox is the copy of another. */
    static Refusal notMirrored() {
        return AdminErrors.of(404, 0, "Mirroring not enabled");
    }

    /** Says that the API itself is there; the broker isn't asked. */
    Response alive(Call call) {
        return Desk.answer(call, Response.ok(new JsonObject()));
    }
}
