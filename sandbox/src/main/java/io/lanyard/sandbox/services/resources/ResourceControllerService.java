// Room: sandbox / resources. The table of Resource Controller's routes, without the deprecated aliases and bindings.
package io.lanyard.sandbox.services.resources;

import static io.lanyard.sandbox.kernel.BodyShape.Type.BOOLEAN;
import static io.lanyard.sandbox.kernel.BodyShape.Type.OBJECT;
import static io.lanyard.sandbox.kernel.BodyShape.Type.STRING;
import static io.lanyard.sandbox.kernel.BodyShape.Type.STRINGS;
import static io.lanyard.sandbox.kernel.Method.DELETE;
import static io.lanyard.sandbox.kernel.Method.GET;
import static io.lanyard.sandbox.kernel.Method.PATCH;
import static io.lanyard.sandbox.kernel.Method.POST;

import io.lanyard.sandbox.kernel.BodyShape;
import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.kernel.Service;
import io.lanyard.sandbox.kernel.errors.PlatformErrors;

/** Service instances, their keys, and instances that wait for their end. */
public final class ResourceControllerService implements Service {
    private static final String INSTANCES = "/v2/resource_instances";
    private static final String INSTANCE = INSTANCES + "/{id}";
    private static final String KEYS = "/v2/resource_keys";
    private static final String RECLAMATIONS = "/v1/reclamations";

    private static final BodyShape NEW_INSTANCE = BodyShape.object()
            .required(STRING, "name", "target", "resource_group", "resource_plan_id")
            .optional(STRINGS, "tags")
            .optional(BOOLEAN, "allow_cleanup")
            .optional(OBJECT, "parameters");
    private static final BodyShape CHANGED_INSTANCE = BodyShape.object()
            .optional(STRING, "name", "resource_plan_id")
            .optional(BOOLEAN, "allow_cleanup")
            .optional(OBJECT, "parameters");
    private static final BodyShape NEW_KEY = BodyShape.object()
            .required(STRING, "name", "source")
            .optional(STRING, "role")
            .optional(OBJECT, "parameters");

    @Override
    public String name() {
        return "resource-controller";
    }

    @Override
    public String displayName() {
        return "Resource Controller";
    }

    @Override
    public ErrorShape errors() {
        return PlatformErrors.INSTANCE;
    }

    @Override
    public void routes(Routes routes) {
        instances(routes, new Instances());
        keys(routes, new Keys());
        var reclamations = new Reclamations();
        routes.on(GET, RECLAMATIONS, "listReclamations")
                .query("account_id", "resource_instance_id", "resource_group_id")
                .about(reclamations::listed)
                .leaves("resource-controller.reclamation.list")
                .handledBy(reclamations::list);
        routes.on(POST, RECLAMATIONS + "/{id}/actions/{action_name}", "runReclamationAction")
                .query()
                .takes(BodyShape.object().optional(STRING, "request_by", "comment"))
                .about(reclamations::named)
                .needs(Reclamations.ADMINISTERS)
                .leaves("resource-controller.reclamation.update")
                .handledBy(reclamations::run);
    }

    private static void instances(Routes routes, Instances instances) {
        routes.on(GET, INSTANCES, "listResourceInstances")
                .query(
                        "guid",
                        "name",
                        "resource_group_id",
                        "resource_id",
                        "resource_plan_id",
                        "type",
                        "sub_type",
                        "limit",
                        "start",
                        "state",
                        "updated_from",
                        "updated_to")
                .about(ResourceTargets::own)
                .leaves("resource-controller.instance.list")
                .handledBy(instances::list);
        routes.on(POST, INSTANCES, "createResourceInstance")
                .query()
                .takes(NEW_INSTANCE)
                .about(instances::created)
                .needs("resource-controller.instance.create")
                .leaves("resource-controller.instance.create")
                .handledBy(instances::create);
        routes.on(GET, INSTANCE, "getResourceInstance")
                .query()
                .about(instances::read)
                .needs("resource-controller.instance.retrieve")
                .leaves("resource-controller.instance.read")
                .handledBy(instances::get);
        routes.on(PATCH, INSTANCE, "updateResourceInstance")
                .query()
                .takes(CHANGED_INSTANCE)
                .about(instances::changed)
                .needs("resource-controller.instance.update")
                .leaves("resource-controller.instance.update")
                .handledBy(instances::update);
        routes.on(DELETE, INSTANCE, "deleteResourceInstance")
                .query("recursive")
                .about(instances::deleted)
                .needs("resource-controller.instance.delete")
                .leaves("resource-controller.instance.delete")
                .handledBy(instances::delete);
        routes.on(POST, INSTANCE + "/lock", "lockResourceInstance")
                .query()
                .about(instances::lockable)
                .needs("resource-controller.instance.update")
                .leaves("resource-controller.instance.lock")
                .handledBy(call -> instances.lock(call, true));
        routes.on(DELETE, INSTANCE + "/lock", "unlockResourceInstance")
                .query()
                .about(instances::unlockable)
                .needs("resource-controller.instance.update")
                .leaves("resource-controller.instance.unlock")
                .handledBy(call -> instances.lock(call, false));
        routes.on(DELETE, INSTANCE + "/last_operation", "cancelLastopResourceInstance")
                .query()
                .about(ResourceTargets::namedInstance)
                .needs("resource-controller.instance.update")
                .leaves("resource-controller.instance.cancel")
                .handledBy(instances::cancel);
    }

    private static void keys(Routes routes, Keys keys) {
        routes.on(GET, INSTANCE + "/resource_keys", "listResourceKeysForInstance")
                .query("limit", "start")
                .about(ResourceTargets::namedInstance)
                .needs("resource-controller.key.retrieve")
                .leaves("resource-controller.key.list")
                .handledBy(keys::ofInstance);
        routes.on(GET, KEYS, "listResourceKeys")
                .query(
                        "guid",
                        "name",
                        "resource_group_id",
                        "resource_id",
                        "limit",
                        "start",
                        "updated_from",
                        "updated_to")
                .about(ResourceTargets::own)
                .leaves("resource-controller.key.list")
                .handledBy(keys::list);
        routes.on(POST, KEYS, "createResourceKey")
                .query()
                .takes(NEW_KEY)
                .about(keys::created)
                .needs("resource-controller.key.create")
                .leaves("resource-controller.key.create")
                .handledBy(keys::create);
        routes.on(GET, KEYS + "/{id}", "getResourceKey")
                .query()
                .about(keys::read)
                .needs("resource-controller.key.retrieve")
                .leaves("resource-controller.key.read")
                .handledBy(keys::get);
        routes.on(PATCH, KEYS + "/{id}", "updateResourceKey")
                .query()
                .takes(BodyShape.object().required(STRING, "name"))
                .about(keys::changed)
                .needs("resource-controller.key.update")
                .leaves("resource-controller.key.update")
                .handledBy(keys::update);
        routes.on(DELETE, KEYS + "/{id}", "deleteResourceKey")
                .query()
                .about(keys::deleted)
                .needs("resource-controller.key.delete")
                .leaves("resource-controller.key.delete")
                .handledBy(keys::delete);
    }
}
