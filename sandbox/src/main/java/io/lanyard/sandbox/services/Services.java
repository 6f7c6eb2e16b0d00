// Room: sandbox / services.
package io.lanyard.sandbox.services;

import io.lanyard.sandbox.kernel.Service;
import io.lanyard.sandbox.services.control.ControlService;
import io.lanyard.sandbox.services.control.DeliveryControl;
import io.lanyard.sandbox.services.external.AccessSettingsService;
import io.lanyard.sandbox.services.groups.GroupService;
import io.lanyard.sandbox.services.identity.IdentityService;
import io.lanyard.sandbox.services.logs.Logs;
import io.lanyard.sandbox.services.logs.LogsService;
import io.lanyard.sandbox.services.policy.PolicyService;
import io.lanyard.sandbox.services.registry.RegistryState;
import io.lanyard.sandbox.services.registry.api.RegistryService;
import io.lanyard.sandbox.services.registry.token.RegistryTokenService;
import io.lanyard.sandbox.services.registry.token.RegistryTokens;
import io.lanyard.sandbox.services.registry.v2.OciService;
import io.lanyard.sandbox.services.resources.InstanceListeners;
import io.lanyard.sandbox.services.resources.ResourceControllerService;
import io.lanyard.sandbox.services.resources.ResourceManagerService;
import io.lanyard.sandbox.services.roles.RoleService;
import io.lanyard.sandbox.services.routing.Doors;
import io.lanyard.sandbox.services.routing.RoutingService;
import io.lanyard.sandbox.services.settings.AccountSettingsService;
import io.lanyard.sandbox.services.settings.UserSettingsService;
import io.lanyard.sandbox.services.storage.StorageDoor;
import io.lanyard.sandbox.services.storage.StorageService;
import io.lanyard.sandbox.services.storage.api.BucketConfigurations;
import io.lanyard.sandbox.services.storage.api.Desk;
import io.lanyard.sandbox.services.storage.sign.StorageCredentials;
import io.lanyard.sandbox.services.storage.store.StorageState;
import io.lanyard.sandbox.services.streams.AdminService;
import io.lanyard.sandbox.services.streams.EventStreams;
import io.lanyard.sandbox.services.token.TokenService;
import java.util.List;

/** The list of all services: a new one is one line here. */
public final class Services {
    private Services() {}

    /** Makes them. */
    public static List<Service> all(Surroundings with) {
        var registry = new RegistryState(with.dataFolder());
        var registryTokens = new RegistryTokens(with.tokens().key(), with.directory());
        var logs = Logs.of(with.directory(), with.dataFolder());
        var storage = new StorageState(with.dataFolder());
        var storageCredentials = new StorageCredentials(with.tokens(), with.directory());
        var streams = new EventStreams(with);
        InstanceListeners.of(with.directory()).tell(EventStreams.SERVICE, streams);
        return List.of(
                new ControlService(with),
                new DeliveryControl(with.directory()),
                new TokenService(with.tokens(), with.logins(), with.directory(), with.guard()),
                new IdentityService(),
                new AccountSettingsService(),
                new UserSettingsService(),
                new PolicyService(),
                new AccessSettingsService(),
                new RoleService(),
                new GroupService(),
                new ResourceManagerService(),
                new ResourceControllerService(),
                new LogsService(logs),
                new AdminService(streams, with),
                new RoutingService(
                        with, with.doors().apply(new Doors(new StorageDoor(storage, with.directory()), streams, logs))),
                new RegistryService(registry),
                new RegistryTokenService(with.logins(), with.tokens(), registryTokens, registry),
                new OciService(registryTokens, registry),
                new BucketConfigurations(new Desk(storage, storageCredentials)),
                new StorageService(storage, storageCredentials, with.directory()));
    }
}
