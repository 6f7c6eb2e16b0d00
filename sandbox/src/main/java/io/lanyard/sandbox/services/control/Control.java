// Room: sandbox / control API.
package io.lanyard.sandbox.services.control;

import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Method;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.kernel.Service;
import io.lanyard.sandbox.kernel.errors.PlatformErrors;

/** What all parts of our own API have in common: no token is asked for, and only programs of this machine are answered. */
abstract class Control implements Service {
    @Override
    public final String name() {
        return "sandbox";
    }

    @Override
    public final String displayName() {
        return "Sandbox";
    }

    @Override
    public final ErrorShape errors() {
        return PlatformErrors.INSTANCE;
    }

    /** Starts a route. */
    static Routes.Line on(Routes routes, Method method, String path, String operation) {
        return routes.on(method, path, operation).open().authenticatedBy(request -> {
            SameMachine.demand(request);
            return Caller.NOBODY;
        });
    }
}
