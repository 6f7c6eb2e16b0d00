package io.lanyard.sandbox.services.control;

import static io.lanyard.sandbox.kernel.Method.GET;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.PlatformErrors;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.kernel.Service;
import java.util.Map;

/** Our own API, beside IBM's: {@code /sandbox/v1}. */
public final class ControlService implements Service {
    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public String displayName() {
        return "Sandbox";
    }

    @Override
    public ErrorShape errors() {
        return PlatformErrors.INSTANCE;
    }

    @Override
    public void routes(Routes routes) {
        routes.on(GET, "/sandbox/v1/health", "health").open().handledBy(this::health);
    }

    private Response health(Call call) {
        return Response.ok(Map.of("status", "ok"));
    }
}
