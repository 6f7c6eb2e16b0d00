// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.wire;

import io.lanyard.sandbox.kernel.Response;
import java.util.ArrayList;
import java.util.Map;

/** The headers of every answer. */
public final class StorageHeaders {
    private static final Map.Entry<String, String> SERVER = Map.entry("Server", "Cleversafe/3.17.13.47");
    private static final Map.Entry<String, String> VERSION = Map.entry("X-Clv-S3-Version", "2.5");

    private StorageHeaders() {}

    /** Adds them. */
    public static Response on(Response response, String requestId) {
        var headers =
                new ArrayList<Map.Entry<String, String>>(response.headers().size() + 4);
        headers.addAll(response.headers());
        headers.add(Map.entry("X-Clv-Request-Id", requestId));
        headers.add(Map.entry("x-amz-request-id", requestId));
        headers.add(VERSION);
        headers.add(SERVER);
        return new Response(response.status(), headers, response.body());
    }
}
