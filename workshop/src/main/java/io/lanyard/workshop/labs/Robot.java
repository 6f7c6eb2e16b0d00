package io.lanyard.workshop.labs;

import io.lanyard.identity.ApiKey;
import io.lanyard.identity.IdentityClient;
import io.lanyard.identity.ServiceId;

/** Labs: the service ID that the first two labs create. */
final class Robot extends OwnServiceId {
    static final String NAME = "think-registry-demo";
    static final String KEY_NAME = "think-registry-demo-key";
    static final String DESCRIPTION = "Pulls images for the registry workshop";

    private final LabEnvironment environment;

    Robot(LabEnvironment environment) {
        super(environment, NAME, RealAccount.ROBOT_KEY);
        this.environment = environment;
    }

    ServiceId create() {
        var serviceIds = new IdentityClient(environment.cloud()).serviceIds();
        var account = environment.cloud().requireAccount();
        // tag::create-service-id[]
        var description = "Pulls images for the registry workshop";
        var robot = serviceIds.create(account, "think-registry-demo", s -> s.description(description));
        // end::create-service-id[]
        return robot;
    }

    ApiKey createKey(ServiceId robot) {
        var apiKeys = new IdentityClient(environment.cloud()).apiKeys();
        var account = robot.accountId();
        // tag::create-api-key[]
        var key = apiKeys.create(robot.iamId(), "think-registry-demo-key", k -> k.account(account));
        // end::create-api-key[]
        keep(key);
        return key;
    }
}
