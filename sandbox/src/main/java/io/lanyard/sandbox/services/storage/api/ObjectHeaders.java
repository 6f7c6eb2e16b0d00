// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.api;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.services.storage.wire.S3Code;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The headers that an object is stored and served with: content headers, metadata, where a website redirects to. */
final class ObjectHeaders {
    private static final String METADATA = "x-amz-meta-";
    private static final int MOST_METADATA = 2048;
    private static final List<String> KEPT = List.of(
            "Content-Type",
            "Content-Encoding",
            "Content-Disposition",
            "Content-Language",
            "Cache-Control",
            "Expires",
            "x-amz-website-redirect-location");
    private static final List<String> OVERRIDABLE = KEPT.subList(0, 6);
    private static final List<String> REFUSED = List.of(
            "x-amz-server-side-encryption-customer-algorithm",
            "x-amz-server-side-encryption-customer-key",
            "x-amz-copy-source-server-side-encryption-customer-key",
            "x-amz-object-lock-mode",
            "x-amz-object-lock-retain-until-date",
            "x-amz-object-lock-legal-hold",
            "Retention-Period",
            "Retention-Expiration-Date",
            "Retention-Legal-Hold-ID",
            "x-amz-write-offset-bytes",
            "x-amz-grant-full-control",
            "x-amz-grant-read",
            "x-amz-grant-read-acp",
            "x-amz-grant-write-acp");

    private ObjectHeaders() {}

    /** Reads those of a write; refuses what would be kept without effect. */
    static Map<String, String> of(Call call) {
        refuse(call, REFUSED);
        if (call.header("x-amz-storage-class")
                .filter(wanted -> !wanted.equals("STANDARD"))
                .isPresent()) {
            throw S3Code.NOT_IMPLEMENTED.refusal(
                    "The sandbox has one storage class for objects, STANDARD, and no archive; buckets have a class by"
                            + " their location.");
        }
        var headers = new TreeMap<String, String>();
        headers.put("Content-Type", "binary/octet-stream");
        for (var name : KEPT) {
            call.header(name).filter(value -> !value.isBlank()).ifPresent(value -> headers.put(name, value));
        }
        encoding(headers);
        var size = 0;
        for (var name : call.request().headers().names()) {
            var lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(METADATA)) {
                var value = String.join(",", call.request().headers().all(name));
                size += lower.length() - METADATA.length() + value.getBytes(StandardCharsets.UTF_8).length;
                headers.put(lower, value);
            }
        }
        if (size > MOST_METADATA) {
            throw S3Code.METADATA_TOO_LARGE.refusal();
        }
        return headers;
    }

    /** Refuses a call that asks for something that would be taken without effect. */
    static void refuse(Call call, List<String> headers) {
        headers.stream()
                .filter(name -> call.header(name).isPresent())
                .findFirst()
                .ifPresent(name -> {
                    throw S3Code.NOT_IMPLEMENTED.refusal("The sandbox doesn't do what the header " + name
                            + " asks for: it has no encryption keys of one's own, retention, locks, holds or appends, and of access lists those"
                            + " that x-amz-acl names.");
                });
    }

    /** The encoding of the transfer isn't one of the object. */
    private static void encoding(Map<String, String> headers) {
        var all = headers.get("Content-Encoding");
        if (all == null) {
            return;
        }
        var left = Arrays.stream(all.split(","))
                .map(String::strip)
                .filter(coding -> !coding.isEmpty() && !coding.equalsIgnoreCase("aws-chunked"))
                .collect(Collectors.joining(","));
        if (left.isEmpty()) {
            headers.remove("Content-Encoding");
        } else {
            headers.put("Content-Encoding", left);
        }
    }

    /** Adds what was computed while the bytes came. */
    static Map<String, String> with(Map<String, String> headers, Map<String, String> checksums) {
        var all = new TreeMap<>(headers);
        all.putAll(checksums);
        return all;
    }

    /** Those that an answer to a read has: checksums only when they were asked for, others as the query overrides them. */
    static List<Map.Entry<String, String>> served(Call call, Map<String, String> headers) {
        var checksums = call.header("x-amz-checksum-mode")
                .filter("ENABLED"::equalsIgnoreCase)
                .isPresent();
        var served = new TreeMap<>(headers);
        served.keySet().removeIf(name -> name.startsWith("x-amz-checksum-") && !checksums);
        if (call.caller().known() && call.request().rawQuery().contains("response-")) {
            for (var name : OVERRIDABLE) {
                call.query("response-" + name.toLowerCase(Locale.ROOT))
                        .filter(value -> value.chars().noneMatch(Character::isISOControl))
                        .ifPresent(value -> served.put(name, value));
            }
        }
        return List.copyOf(served.entrySet());
    }
}
