// Room: sandbox / roles. The table of its routes.
package io.lanyard.sandbox.services.roles;

import static io.lanyard.sandbox.kernel.BodyShape.Type.STRING;
import static io.lanyard.sandbox.kernel.BodyShape.Type.STRINGS;
import static io.lanyard.sandbox.kernel.Method.DELETE;
import static io.lanyard.sandbox.kernel.Method.GET;
import static io.lanyard.sandbox.kernel.Method.POST;
import static io.lanyard.sandbox.kernel.Method.PUT;

import io.lanyard.sandbox.kernel.BodyShape;
import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.kernel.Service;
import io.lanyard.sandbox.kernel.errors.PolicyErrors;

/** The roles that services define, and custom roles (policy-evaluation.md §7, §8). */
public final class RoleService implements Service {
    static final String NAME = "iam-access-management";

    private static final String CREATE = "iam-access-management.customRole.create";
    private static final String READ = "iam-access-management.customRole.read";
    private static final String UPDATE = "iam-access-management.customRole.update";
    private static final String DELETION = "iam-access-management.customRole.delete";

    private static final BodyShape NEW_ROLE = BodyShape.object()
            .required(STRING, "display_name", "name", "account_id", "service_name")
            .required(STRINGS, "actions")
            .optional(STRING, "description");
    private static final BodyShape CHANGED_ROLE = BodyShape.object()
            .required(STRING, "display_name")
            .required(STRINGS, "actions")
            .optional(STRING, "description");

    private final Roles roles = new Roles();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String displayName() {
        return "IAM Access Management";
    }

    @Override
    public ErrorShape errors() {
        return PolicyErrors.INSTANCE;
    }

    @Override
    public void routes(Routes routes) {
        routes.on(GET, "/v2/roles", "listRoles")
                .query("account_id", "service_name", "source_service_name", "policy_type", "service_group_id")
                .about(roles::listed)
                .leaves("iam-am.role.list")
                .handledBy(roles::list);
        routes.on(POST, "/v2/roles", "createRole")
                .query()
                .takes(NEW_ROLE)
                .about(roles::created)
                .needs(CREATE)
                .unless(call -> roles.onChild(call, CREATE))
                .leaves("iam-am.role.create")
                .handledBy(roles::create);
        routes.on(GET, "/v2/roles/{id}", "getRole")
                .query()
                .about(roles::named)
                .needs(READ)
                .unless(call -> roles.onChild(call, READ))
                .leaves("iam-am.role.read")
                .handledBy(roles::get);
        routes.on(PUT, "/v2/roles/{id}", "replaceRole")
                .query()
                .takes(CHANGED_ROLE)
                .about(roles::replaced)
                .needs(UPDATE)
                .unless(call -> roles.onChild(call, UPDATE))
                .ifMatch()
                .leaves("iam-am.role.update")
                .handledBy(roles::replace);
        routes.on(DELETE, "/v2/roles/{id}", "deleteRole")
                .query()
                .about(roles::named)
                .needs(DELETION)
                .unless(call -> roles.onChild(call, DELETION))
                .leaves("iam-am.role.delete")
                .handledBy(roles::delete);
    }
}
