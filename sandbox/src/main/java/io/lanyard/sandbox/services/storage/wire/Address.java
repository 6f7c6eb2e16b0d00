// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.wire;

import io.lanyard.sandbox.kernel.Request;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a request points at: the account's buckets, a bucket, or an object. The bucket stands first in the path, or before the host
 * ({@code bucket.localhost}, {@code bucket.s3.us-south.cloud-object-storage.appdomain.cloud}).
 *
 * @param bucket the bucket's name as sent, empty for none
 * @param rawKey the object's key as sent, still percent-encoded, empty for none
 */
public record Address(String bucket, String rawKey) {
    private static final int LONGEST_KEY = 1024;
    private static final Pattern VIRTUAL = Pattern.compile(
            "(.+)\\.(?:localhost|127\\.0\\.0\\.1|s3(?:\\.[a-z0-9-]+)+\\.cloud-object-storage\\.appdomain\\.cloud)(?::\\d+)?");

    /** Reads the address of a request. */
    public static Address of(Request head) {
        var path = head.path().startsWith("/") ? head.path().substring(1) : head.path();
        var host = head.header("Host").orElse("").toLowerCase(Locale.ROOT);
        if (!host.startsWith("127.0.0.1:")) {
            var virtual = VIRTUAL.matcher(host);
            if (virtual.matches()) {
                return new Address(virtual.group(1), path);
            }
        }
        var slash = path.indexOf('/');
        return slash < 0 ? new Address(path, "") : new Address(path.substring(0, slash), path.substring(slash + 1));
    }

    /** Tells whether it is an object. */
    public boolean hasKey() {
        return !rawKey.isEmpty();
    }

    /** Tells whether it is a bucket, or in one. */
    public boolean hasBucket() {
        return !bucket.isEmpty();
    }

    /** Returns the object's key; refused when it can't be decoded, or is too long. */
    public String key() {
        var key = Percent.decode(rawKey);
        if (key.length() > LONGEST_KEY || key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
            throw S3Code.KEY_TOO_LONG.refusal();
        }
        return key;
    }
}
