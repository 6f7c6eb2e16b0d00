// Room: sandbox / streams. What all handlers of the administration API do.
package io.lanyard.sandbox.services.streams;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.resources.ServiceInstance;
import io.lanyard.sandbox.state.Account;

/** Finds the instance of a call and asks its broker, whose troubles become answers. */
final class Desk {
    private static final int INVALID_TOPIC = 17;

    private final EventStreams streams;

    Desk(EventStreams streams) {
        this.streams = streams;
    }

    /** What is asked of the broker. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Broker broker) throws BrokerException;
    }

    /** A change that the broker makes. */
    @FunctionalInterface
    interface Change {
        void make(Broker broker) throws BrokerException;
    }

    static Target target(Call call, Resource resource) {
        return resource.in(account(call), instance(call));
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

    <T> T asked(Call call, Question<T> question) {
        try {
            return question.ask(streams.broker(call.path("instance")));
        } catch (BrokerException failed) {
            boolean absent = failed.code() < 0 || failed.code() == BrokerException.TIMED_OUT;
            int status = absent ? 503 : failed.code() == BrokerException.NO_SUCH_TOPIC ? 404 : 422;
            throw AdminErrors.of(status, failed.code(), String.valueOf(failed.getMessage()));
        }
    }

    Response done(Call call, int status, Change change) {
        asked(call, broker -> {
            change.make(broker);
            return broker;
        });
        return answer(call, Response.json(status, new JsonObject()));
    }

    /** Refuses what is about a topic that the broker keeps for itself. */
    static void othersOnly(String topic) {
        if (Broker.owns(topic)) {
            throw AdminErrors.of(422, INVALID_TOPIC, "The topic '" + topic + "' is the broker's own.");
        }
    }

    static Response answer(Call call, Response response) {
        return response.with("X-Global-Transaction-Id", call.transactionId());
    }
}
