// Room: sandbox / tests.
package io.lanyard.sandbox;

import io.lanyard.sandbox.services.routing.Doors;
import java.util.function.UnaryOperator;

/** Starts sandboxes whose events are delivered through the doors of a test. */
public final class Doorways {
    private Doorways() {}

    /** Starts one. */
    public static Sandbox start(UnaryOperator<Doors> doors) {
        return Sandbox.start(options -> options.doors(doors));
    }

    /** Starts one that enforces nothing. */
    public static Sandbox startReportOnly(UnaryOperator<Doors> doors) {
        return Sandbox.start(options -> options.reportOnly().doors(doors));
    }
}
