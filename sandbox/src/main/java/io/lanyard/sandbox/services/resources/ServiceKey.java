// Room: sandbox / resources. A key of an instance as the sandbox keeps it.
package io.lanyard.sandbox.services.resources;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.services.resources.ServiceInstance.Stamp;
import java.util.Optional;

/**
 * A key of an instance: a service ID's API key with what else a client of the service needs. A deleted one stays readable,
 * without its credentials. Its {@code toString} leaves them out.
 *
 * @param guid the last part of its CRN
 * @param name its name, not unique
 * @param instance the instance it is for
 * @param credentials what it holds; never changed in place
 * @param roleCrn the role that its service ID got, where it got one
 * @param serviceId the id of its service ID
 * @param made whether that service ID was made for it
 * @param apiKey the id of its API key
 * @param policy the id of the policy that gives the role
 * @param created when and by whom
 * @param updated when and by whom last
 * @param deleted when and by whom, once it was
 */
public record ServiceKey(
        String guid,
        String name,
        ServiceInstance instance,
        JsonObject credentials,
        Optional<String> roleCrn,
        String serviceId,
        boolean made,
        String apiKey,
        Optional<String> policy,
        Stamp created,
        Stamp updated,
        Optional<Stamp> deleted) {

    /** Returns its cloud resource name, which is its id in the API. */
    public String crn() {
        String parent = instance.crn();
        return parent.substring(0, parent.length() - 1) + "resource-key:" + guid;
    }

    boolean active() {
        return deleted.isEmpty();
    }

    ServiceKey named(String other, Stamp by) {
        return new ServiceKey(
                guid, other, instance, credentials, roleCrn, serviceId, made, apiKey, policy, created, by, deleted);
    }

    ServiceKey removed(Stamp by) {
        return new ServiceKey(
                guid,
                name,
                instance,
                new JsonObject(),
                roleCrn,
                serviceId,
                made,
                apiKey,
                policy,
                created,
                by,
                Optional.of(by));
    }

    /** Returns name and CRN; never the credentials. */
    @Override
    public String toString() {
        return "ServiceKey[" + name + " " + crn() + "]";
    }
}
