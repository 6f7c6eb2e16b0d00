// Room: sandbox / resources. The table of Resource Manager's routes.
package io.lanyard.sandbox.services.resources;

import static io.lanyard.sandbox.kernel.BodyShape.Type.STRING;
import static io.lanyard.sandbox.kernel.Method.DELETE;
import static io.lanyard.sandbox.kernel.Method.GET;
import static io.lanyard.sandbox.kernel.Method.PATCH;
import static io.lanyard.sandbox.kernel.Method.POST;

import io.lanyard.sandbox.kernel.BodyShape;
import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.kernel.Service;
import io.lanyard.sandbox.kernel.errors.PlatformErrors;

/** Resource groups and quota definitions. */
public final class ResourceManagerService implements Service {
    private static final String GROUPS = "/v2/resource_groups";
    private static final String QUOTAS = "/v2/quota_definitions";

    @Override
    public String name() {
        return "resource-controller";
    }

    @Override
    public String displayName() {
        return "Resource Manager";
    }

    @Override
    public ErrorShape errors() {
        return PlatformErrors.INSTANCE;
    }

    @Override
    public void routes(Routes routes) {
        var groups = new Groups();
        routes.on(GET, GROUPS, "listResourceGroups")
                .query("account_id", "date", "name", "default", "include_deleted")
                .about(groups::listed)
                .leaves("resource-controller.group.list")
                .handledBy(groups::list);
        routes.on(POST, GROUPS, "createResourceGroup")
                .query()
                .takes(BodyShape.object().required(STRING, "name").optional(STRING, "account_id"))
                .about(groups::created)
                .needs("resource-controller.group.create")
                .leaves("resource-controller.group.create")
                .handledBy(groups::create);
        routes.on(GET, GROUPS + "/{id}", "getResourceGroup")
                .query()
                .about(ResourceTargets::namedGroup)
                .needs("resource-controller.group.retrieve")
                .leaves("resource-controller.group.read")
                .handledBy(groups::get);
        routes.on(PATCH, GROUPS + "/{id}", "updateResourceGroup")
                .query()
                .takes(BodyShape.object().optional(STRING, "name", "state"))
                .about(groups::changed)
                .needs("resource-controller.group.update")
                .leaves("resource-controller.group.update")
                .handledBy(groups::update);
        routes.on(DELETE, GROUPS + "/{id}", "deleteResourceGroup")
                .query()
                .about(ResourceTargets::namedGroup)
                .needs("resource-controller.group.delete")
                .leaves("resource-controller.group.delete")
                .handledBy(groups::delete);
        routes.on(GET, QUOTAS, "listQuotaDefinitions").query().handledBy(Quotas::list);
        routes.on(GET, QUOTAS + "/{id}", "getQuotaDefinition").query().handledBy(Quotas::get);
    }
}
