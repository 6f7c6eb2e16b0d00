package io.lanyard.workshop.labs.iam;

import io.lanyard.identity.ApiKey;
import io.lanyard.identity.IdentityClient;
import io.lanyard.identity.ServiceId;
import io.lanyard.workshop.labs.LabEnvironment;
import io.lanyard.workshop.labs.OwnServiceId;

/** Labs, integrate-iam: the service ID that will upload events. */
final class Uploader extends OwnServiceId {
    private final LabEnvironment environment;

    Uploader(LabEnvironment environment) {
        super(environment, Names.UPLOADER, Names.UPLOADER_VARIABLE);
        this.environment = environment;
    }

    ServiceId create() {
        var serviceIds = new IdentityClient(environment.cloud()).serviceIds();
        var account = environment.cloud().requireAccount();
        // tag::create-uploader[]
        var uploader = serviceIds.create(account, "audit-uploader");
        // end::create-uploader[]
        return uploader;
    }

    ApiKey createKey() {
        var apiKeys = new IdentityClient(environment.cloud()).apiKeys();
        var uploader = demand();
        // tag::create-uploader-key[]
        var key = apiKeys.create(uploader.iamId(), "audit-uploader-key", k -> k.account(uploader.accountId()));
        // end::create-uploader-key[]
        keep(key);
        return key;
    }
}
