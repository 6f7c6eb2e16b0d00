// Room: sandbox / routing. A write that didn't get through.
package io.lanyard.sandbox.services.routing;

import io.lanyard.sandbox.delivery.DeliveryException;
import java.time.Instant;
import java.util.Locale;

/**
 * Why not all was written: as IBM says it, and as the place does.
 *
 * @param type the kind of place
 * @param reason the kind of failure
 * @param why the place's own sentence
 * @param atLogin whether the key was no use, before the place was asked
 * @param transactionId where the verdict is, if one was asked for
 * @param at when
 * @param arrived how many events of the portion arrived all the same
 */
record Failure(
        Sink.Type type,
        DeliveryException.Reason reason,
        String why,
        boolean atLogin,
        String transactionId,
        Instant at,
        int arrived) {
    private static final String TESTED =
            "Your request to test a target has failed because the target details are not valid. ";
    private static final String REFUSED = " {'error_code':'403','error_message':'Access Denied'}";

    /** The code of a write test; only that of buckets is IBM's own, the others follow it. */
    String code() {
        return switch (type) {
            case BUCKET -> "cos_write_test_failed";
            case TOPIC -> "eventstreams_write_test_failed";
            case LOGS -> "cloudlogs_write_test_failed";
            case APP_CONFIGURATION -> "appconfig_write_test_failed";
        };
    }

    /** The sentence of a write test. */
    String sentence() {
        return TESTED + outcome();
    }

    /** What a target's write status says. */
    String status() {
        return atLogin ? why : outcome() + " " + why;
    }

    /** Whether the place was asked and said no, which a verdict explains. */
    boolean denied() {
        return reason == DeliveryException.Reason.DENIED && !atLogin;
    }

    /** The kind of failure in one word, for counts. */
    String word() {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    private String outcome() {
        return switch (type) {
            case BUCKET ->
                "The service could not write to the Cloud Object Storage bucket that is configured."
                        + (denied() ? REFUSED : "");
            case TOPIC -> "The service could not write to the Event Streams topic that is configured.";
            case LOGS -> "The service could not write to the IBM Cloud Logs instance that is configured.";
            case APP_CONFIGURATION ->
                "The service could not write to the App Configuration instance that is configured.";
        };
    }
}
