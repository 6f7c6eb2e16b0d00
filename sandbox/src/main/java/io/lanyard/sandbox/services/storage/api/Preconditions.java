// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.api;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.services.storage.store.Condition;
import io.lanyard.sandbox.services.storage.store.StoredObject;
import io.lanyard.sandbox.services.storage.wire.HttpDate;
import io.lanyard.sandbox.services.storage.wire.S3Code;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The conditions of requests, in the order of RFC 9110 §13.2.2; a time that is none is ignored. */
final class Preconditions {
    private Preconditions() {}

    /** Refuses a read whose conditions don't hold; true when the client has it already, so that 304 is the answer. */
    static boolean fresh(Call call, StoredObject object) {
        return check(call, "If-", object);
    }

    /** Refuses a copy whose conditions about its source don't hold. */
    static void source(Call call, StoredObject object) {
        if (check(call, "x-amz-copy-source-if-", object)) {
            throw S3Code.PRECONDITION_FAILED.refusal();
        }
    }

    private static boolean check(Call call, String prefix, StoredObject object) {
        var match = call.header(prefix + "Match");
        var modified = HttpDate.whole(object.modified());
        if (match.isPresent()
                ? !names(match.get(), object)
                : time(call, prefix + "Unmodified-Since")
                        .filter(modified::isAfter)
                        .isPresent()) {
            throw S3Code.PRECONDITION_FAILED.refusal();
        }
        var none = call.header(prefix + "None-Match");
        return none.isPresent()
                ? names(none.get(), object)
                : time(call, prefix + "Modified-Since")
                        .filter(time -> !modified.isAfter(time))
                        .isPresent();
    }

    private static Optional<Instant> time(Call call, String header) {
        return call.header(header).flatMap(HttpDate::parse);
    }

    private static boolean names(String header, StoredObject object) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.replace("\"", "").equals(object.etag()));
    }

    /** What a write demands of the object it replaces. */
    static Condition write(Call call) {
        var match = call.header("If-Match");
        var none = call.header("If-None-Match");
        return before -> match.map(tags ->
                                before.filter(object -> names(tags, object)).isPresent())
                        .orElse(true)
                && none.map(tags -> before.filter(object -> names(tags, object)).isEmpty())
                        .orElse(true);
    }
}
