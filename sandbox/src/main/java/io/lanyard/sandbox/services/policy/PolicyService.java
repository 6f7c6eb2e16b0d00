// Room: sandbox / policy management. The table of its routes.
package io.lanyard.sandbox.services.policy;

import static io.lanyard.sandbox.kernel.BodyShape.Type.ANY;
import static io.lanyard.sandbox.kernel.BodyShape.Type.ARRAY;
import static io.lanyard.sandbox.kernel.BodyShape.Type.OBJECT;
import static io.lanyard.sandbox.kernel.BodyShape.Type.STRING;
import static io.lanyard.sandbox.kernel.Method.DELETE;
import static io.lanyard.sandbox.kernel.Method.GET;
import static io.lanyard.sandbox.kernel.Method.PATCH;
import static io.lanyard.sandbox.kernel.Method.POST;
import static io.lanyard.sandbox.kernel.Method.PUT;

import io.lanyard.sandbox.kernel.BodyShape;
import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.kernel.Service;
import io.lanyard.sandbox.kernel.errors.PolicyErrors;
import java.util.Arrays;

/** Policies in both versions of the API (policy-evaluation.md §6, §9, §10). */
public final class PolicyService implements Service {
    static final String NAME = "iam-access-management";

    private static final BodyShape V1_ATTRIBUTE = BodyShape.object().optional(ANY, "name", "value", "operator");
    private static final BodyShape V1_ROLE = BodyShape.object().optional(ANY, "role_id", "display_name", "description");
    private static final BodyShape V1 = BodyShape.object()
            .required(STRING, "type")
            .optional(STRING, "description")
            .required("subjects", ARRAY, BodyShape.object().optional("attributes", ARRAY, V1_ATTRIBUTE))
            .required("roles", ARRAY, V1_ROLE)
            .required(
                    "resources",
                    ARRAY,
                    BodyShape.object()
                            .optional("attributes", ARRAY, V1_ATTRIBUTE)
                            .optional("tags", ARRAY, V1_ATTRIBUTE));
    private static final BodyShape V2_ATTRIBUTE = BodyShape.object().optional(ANY, "key", "operator", "value");
    private static final BodyShape V2_ROLES =
            BodyShape.object().optional("roles", ARRAY, BodyShape.object().open());
    private static final BodyShape V2 = BodyShape.object()
            .required(STRING, "type")
            .optional(STRING, "description", "pattern")
            .optional(OBJECT, "rule")
            .optional("subject", OBJECT, BodyShape.object().optional("attributes", ARRAY, V2_ATTRIBUTE))
            .required("control", OBJECT, BodyShape.object().optional("grant", OBJECT, V2_ROLES))
            .optional(
                    "resource",
                    OBJECT,
                    BodyShape.object()
                            .optional("attributes", ARRAY, V2_ATTRIBUTE)
                            .optional("tags", ARRAY, V2_ATTRIBUTE));
    private static final BodyShape STATE = BodyShape.object().optional(STRING, "state");

    private static final String[] LIST = {
        "account_id", "iam_id", "access_group_id", "type", "service_type", "sort", "format", "state", "limit", "start"
    };

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
        version(routes, 1, "/v1/policies", "Policy", V1, "tag_name", "tag_value");
        version(routes, 2, "/v2/policies", "V2Policy", V2, "service_name", "service_group_id");
        var first = new Policies(1);
        routes.on(PATCH, "/v1/policies/{id}", "updatePolicyState")
                .query()
                .takes(STATE)
                .about(first::restated)
                .needs(first::restating)
                .ifMatch()
                .leaves("iam-am.policy.update")
                .handledBy(first::restate);
    }

    private static void version(
            Routes routes, int version, String path, String what, BodyShape shape, String... moreFilters) {
        var policies = new Policies(version);
        var list = new PolicyList(version);
        routes.on(GET, path, version == 1 ? "listPolicies" : "listV2Policies")
                .query(with(LIST, moreFilters))
                .about(list::listed)
                .leaves("iam-am.policy.list")
                .handledBy(list::list);
        routes.on(POST, path, "create" + what)
                .query()
                .takes(shape)
                .about(policies::created)
                .needs(policies::creating)
                .leaves("iam-am.policy.create")
                .handledBy(policies::create);
        routes.on(GET, path + "/{id}", "get" + what)
                .query(version == 2 ? new String[] {"format"} : new String[] {})
                .about(policies::named)
                .needs(policies::reading)
                .leaves("iam-am.policy.read")
                .handledBy(policies::get);
        routes.on(PUT, path + "/{id}", "replace" + what)
                .query()
                .takes(shape)
                .about(policies::replaced)
                .needs("iam.policy.update")
                .ifMatch()
                .leaves("iam-am.policy.update")
                .handledBy(policies::replace);
        routes.on(DELETE, path + "/{id}", "delete" + what)
                .query()
                .about(policies::named)
                .needs("iam.policy.delete")
                .leaves("iam-am.policy.delete")
                .handledBy(policies::delete);
    }

    private static String[] with(String[] some, String... more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
