// Room: sandbox / tests. A service that streams, to try the mount with.
package io.lanyard.sandbox.mount;

import static io.lanyard.sandbox.kernel.Method.GET;
import static io.lanyard.sandbox.kernel.Method.POST;
import static io.lanyard.sandbox.kernel.Method.PUT;

import io.lanyard.sandbox.kernel.BodyShape;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.ResponseBody;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.kernel.Service;
import io.lanyard.sandbox.kernel.errors.PlatformErrors;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Counts what it is sent, and sends as much as it is asked for. */
final class EchoService implements Service {
    final BlockingQueue<String> cut = new LinkedBlockingQueue<>();

    @Override
    public String name() {
        return "echo";
    }

    @Override
    public String displayName() {
        return "Echo";
    }

    @Override
    public ErrorShape errors() {
        return PlatformErrors.INSTANCE;
    }

    @Override
    public void routes(Routes routes) {
        routes.on(PUT, "/stream", "count").open().streams().handledBy(this::count);
        routes.on(PUT, "/refused", "refuse").open().streams().handledBy(call -> {
            throw Refusal.of(Problem.FORBIDDEN, "not this");
        });
        routes.on(GET, "/stream/{bytes}", "send").open().handledBy(this::send);
        routes.on(GET, "/broken", "broken").open().handledBy(this::broken);
        routes.on(GET, "/fails", "fails").open().handledBy(call -> {
            throw new IllegalStateException("a defect");
        });
        routes.on(POST, "/json", "json")
                .open()
                .takes(BodyShape.object()
                        .required(BodyShape.Type.STRING, "name")
                        .optional(BodyShape.Type.STRINGS, "tags")
                        .optional(BodyShape.Type.INTEGER, "size"))
                .handledBy(call -> Response.ok(call.json().tree()));
        routes.on(GET, "/names/{name+}/tags/list", "tags")
                .open()
                .handledBy(call -> Response.ok(Map.of("name", call.path("name"))));
        routes.on(GET, "/slash/", "slash").open().handledBy(call -> Response.noContent());
        routes.on(GET, "/rest/{name+}", "rest")
                .open()
                .handledBy(call -> Response.ok(Map.of("name", call.path("name"))));
        routes.on(GET, "/order", "order").open().handledBy(call -> {
            var own = new LinkedHashMap<String, Object>();
            own.put("z", 1);
            own.put("y", 2);
            return Response.ok(Map.of("e", own, "d", 4, "c", 3, "b", 2, "a", Map.of("z", 3, "y", 2, "x", 1)));
        });
        routes.on(GET, "/items/{id}", "item")
                .open()
                .query("limit")
                .handledBy(call -> Response.ok(Map.of("id", call.path("id"))).withEtag("\"1\""));
    }

    private Response count(Call call) {
        var total = 0L;
        try (var in = call.body().stream()) {
            var buffer = new byte[8192];
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                total += n;
            }
        } catch (IOException gone) {
            cut.add("after " + total);
            throw Refusal.of(Problem.BAD_REQUEST, "cut off");
        }
        return Response.ok(Map.of("bytes", total));
    }

    private Response send(Call call) {
        var bytes = Long.parseLong(call.path("bytes"));
        return Response.stream(200, "application/octet-stream", bytes, new ResponseBody.Source() {
            @Override
            public InputStream open() {
                return new Zeros(bytes);
            }

            @Override
            public void unwanted() {
                cut.add("unwanted");
            }
        });
    }

    private Response broken(Call call) {
        return Response.stream(200, "application/octet-stream", 1000, () -> new Zeros(10) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                throw new IOException("the disk is gone");
            }
        });
    }

    /** As many zeros as asked for, from nowhere. */
    static class Zeros extends InputStream {
        private long left;

        Zeros(long count) {
            left = count;
        }

        @Override
        public int read() throws IOException {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            var n = (int) Math.min(left, length);
            left -= n;
            return n;
        }
    }
}
