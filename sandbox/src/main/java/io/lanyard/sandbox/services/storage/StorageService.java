// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage;

import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Naming;
import io.lanyard.sandbox.kernel.Plane;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.kernel.Service;
import io.lanyard.sandbox.services.resources.InstanceListener;
import io.lanyard.sandbox.services.resources.InstanceListeners;
import io.lanyard.sandbox.services.resources.ServiceInstance;
import io.lanyard.sandbox.services.storage.api.Operations;
import io.lanyard.sandbox.services.storage.sign.StorageCredentials;
import io.lanyard.sandbox.services.storage.store.StorageState;
import io.lanyard.sandbox.services.storage.wire.OperationNames;
import io.lanyard.sandbox.services.storage.wire.StorageErrors;
import io.lanyard.sandbox.state.Directory;
import java.util.Optional;

/** Object Storage's data plane: S3 behind a port of its own. */
public final class StorageService implements Service {
    private final StorageState state;
    private final StorageCredentials credentials;

    /** Serves the buckets of a state, which go when their instances do. */
    public StorageService(StorageState state, StorageCredentials credentials, Directory directory) {
        this.state = state;
        this.credentials = credentials;
        InstanceListeners.of(directory).tell(StorageRights.SERVICE, new InstanceListener() {
            @Override
            public void removed(ServiceInstance instance) {
                directory
                        .account(instance.accountId())
                        .ifPresent(account -> state.removeInstance(account.world(), instance.guid()));
            }
        });
    }

    @Override
    public String name() {
        return StorageRights.SERVICE;
    }

    @Override
    public String displayName() {
        return "Object Storage";
    }

    @Override
    public ErrorShape errors() {
        return StorageErrors.INSTANCE;
    }

    @Override
    public Plane plane() {
        return Plane.STORAGE;
    }

    @Override
    public Optional<Naming> naming() {
        return Optional.of(new OperationNames());
    }

    @Override
    public void routes(Routes routes) {
        new Operations(state, credentials).declare(routes);
    }

    @Override
    public void close() {
        state.close();
    }
}
