package io.lanyard.policy;

import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;

/** Policy: where a grant's target begins: {@code containerRegistry(account)}, {@code service("kms", account)}, {@code allServices(account)}. */
public final class Targets {

    private Targets() {}

    /**
     * Starts at Container Registry.
     *
     * @param account the account that owns the namespaces
     * @return the registry, every region and namespace of it
     */
    public static ContainerRegistry containerRegistry(AccountId account) {
        return new ContainerRegistry(service("container-registry", account));
    }

    /**
     * Starts at one service, account-management services such as {@code iam-identity} included.
     *
     * @param serviceName the service's name
     * @param account the account that owns the resources
     * @return every instance of the service
     */
    public static Resource service(String serviceName, AccountId account) {
        return Resource.in(account).attribute(Resource.SERVICE, serviceName);
    }

    /**
     * Starts at one instance of a service, with all that is in it.
     *
     * @param instance its CRN
     * @return the instance
     * @throws IllegalArgumentException when the CRN names no instance of an account, or only something in one, such as a bucket:
     *     access to all of the instance would be more than that
     */
    public static Resource instance(Crn instance) {
        if (instance.serviceInstance().isEmpty()) {
            throw new IllegalArgumentException("no service instance: " + instance);
        }
        if (!instance.resourceType().isEmpty() || !instance.resource().isEmpty()) {
            throw new IllegalArgumentException(
                    "a " + instance.resourceType() + " in an instance, not the instance: " + instance);
        }
        var account =
                instance.account().orElseThrow(() -> new IllegalArgumentException("no account owns this: " + instance));
        return service(instance.serviceName(), account).instance(instance.serviceInstance());
    }

    /**
     * Starts at one bucket.
     *
     * @param instance the CRN of the Object Storage instance that it is in
     * @param name the bucket's name
     * @return the bucket, and no other of the instance
     * @throws IllegalArgumentException when the CRN names no instance of an account
     */
    public static Resource bucket(Crn instance, String name) {
        return instance(instance).resource("bucket", name);
    }

    /**
     * Starts at every IAM-enabled service of the catalog, account management left out.
     *
     * @param account the account that owns the resources
     * @return all services
     */
    public static Resource allServices(AccountId account) {
        return Resource.in(account).attribute(Resource.SERVICE_TYPE, "service");
    }

    /**
     * Starts at every account-management service.
     *
     * @param account the account
     * @return all of account management
     */
    public static Resource accountManagement(AccountId account) {
        return Resource.in(account).attribute(Resource.SERVICE_TYPE, "platform_service");
    }

    /**
     * Starts at the services around IAM itself: identities, groups, users, roles.
     *
     * @param account the account
     * @return the service group {@code IAM}
     */
    public static Resource iamServices(AccountId account) {
        return Resource.in(account).attribute(Resource.SERVICE_GROUP, "IAM");
    }

    /**
     * Starts at what is in a resource group. It doesn't include the group itself: see {@link #resourceGroupItself}.
     *
     * @param account the account
     * @param id the resource group's id
     * @return every service's resources in the group
     */
    public static Resource resourceGroup(AccountId account, String id) {
        return Resource.in(account).attribute(Resource.RESOURCE_GROUP, id);
    }

    /**
     * Starts at a resource group as a thing of its own, to see, edit or delete it.
     *
     * @param account the account
     * @param id the resource group's id
     * @return the group, not what is in it
     */
    public static Resource resourceGroupItself(AccountId account, String id) {
        return Resource.in(account).resource("resource-group", id);
    }
}
