// Room: sandbox / streams.
package io.lanyard.sandbox.services.streams;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;

/** Errors of the administration API: a code that is the HTTP status and Kafka's code, a message, the incident's id. */
final class AdminErrors implements ErrorShape {
    static final ErrorShape INSTANCE = new AdminErrors();

    private static final int TOPIC_AUTHORIZATION_FAILED = 29;
    private static final int GROUP_AUTHORIZATION_FAILED = 30;
    private static final int CLUSTER_AUTHORIZATION_FAILED = 31;

    private AdminErrors() {}

    /** Refuses with Kafka's code. */
    static Refusal of(int status, int kafkaCode, String message) {
        return Refusal.of(Problem.BAD_REQUEST, message).status(status).code(Integer.toString(Math.max(0, kafkaCode)));
    }

    @Override
    public Response write(Refusal refusal, Circumstances about) {
        var body = new JsonObject();
        body.addProperty("error_code", refusal.status() * 100 + kafkaCode(refusal, about));
        String details = refusal.detailText();
        body.addProperty(
                "message", details.isEmpty() ? refusal.message() : sentence(refusal.message()) + " " + details);
        body.addProperty("incident_id", about.transactionId());
        return Response.json(refusal.status(), body).with("X-Global-Transaction-Id", about.transactionId());
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }

    private static int kafkaCode(Refusal refusal, Circumstances about) {
        if (refusal.problem() == Problem.FORBIDDEN) {
            String operation = about.operation();
            return operation.contains("Group")
                    ? GROUP_AUTHORIZATION_FAILED
                    : operation.contains("Topic") || operation.contains("Record")
                            ? TOPIC_AUTHORIZATION_FAILED
                            : CLUSTER_AUTHORIZATION_FAILED;
        }
        return refusal.code()
                .filter(code -> code.matches("\\d{1,2}"))
                .map(Integer::parseInt)
                .orElse(0);
    }
}
