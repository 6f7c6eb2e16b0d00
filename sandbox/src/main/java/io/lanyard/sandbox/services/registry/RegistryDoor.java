// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry;

import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Plane;
import io.lanyard.sandbox.kernel.Service;

/** What the registry's three route tables have in common: one service to policies and audit, behind the regions' ports. */
public abstract class RegistryDoor implements Service {
    private final ErrorShape errors;

    /** Writes errors in a shape. */
    protected RegistryDoor(ErrorShape errors) {
        this.errors = errors;
    }

    @Override
    public final String name() {
        return RegistryRights.SERVICE;
    }

    @Override
    public final String displayName() {
        return "Container Registry";
    }

    @Override
    public final ErrorShape errors() {
        return errors;
    }

    @Override
    public final Plane plane() {
        return Plane.REGISTRY;
    }
}
