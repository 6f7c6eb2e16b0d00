// Room: sandbox / access groups. The table of its routes.
package io.lanyard.sandbox.services.groups;

import static io.lanyard.sandbox.kernel.BodyShape.Type.ARRAY;
import static io.lanyard.sandbox.kernel.BodyShape.Type.BOOLEAN;
import static io.lanyard.sandbox.kernel.BodyShape.Type.INTEGER;
import static io.lanyard.sandbox.kernel.BodyShape.Type.STRING;
import static io.lanyard.sandbox.kernel.BodyShape.Type.STRINGS;
import static io.lanyard.sandbox.kernel.Method.DELETE;
import static io.lanyard.sandbox.kernel.Method.GET;
import static io.lanyard.sandbox.kernel.Method.HEAD;
import static io.lanyard.sandbox.kernel.Method.PATCH;
import static io.lanyard.sandbox.kernel.Method.POST;
import static io.lanyard.sandbox.kernel.Method.PUT;

import io.lanyard.sandbox.kernel.BodyShape;
import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.kernel.Service;

/** Access groups (access-groups.md §2-§6). Templates of an enterprise are not among them. */
public final class GroupService implements Service {
    private static final BodyShape NEW =
            BodyShape.object().required(STRING, "name").optional(STRING, "description");
    private static final BodyShape CHANGED = BodyShape.object().optional(STRING, "name", "description");
    private static final BodyShape MEMBERS =
            BodyShape.object().required("members", ARRAY, BodyShape.object().required(STRING, "iam_id", "type"));
    private static final BodyShape GONE = BodyShape.object().required(STRINGS, "members");
    private static final BodyShape SPREAD =
            BodyShape.object().required(STRING, "type").required(STRINGS, "groups");
    private static final BodyShape RULE = BodyShape.object()
            .required(INTEGER, "expiration")
            .required(STRING, "realm_name")
            .required("conditions", ARRAY, BodyShape.object().required(STRING, "claim", "operator", "value"))
            .optional(STRING, "name");
    private static final BodyShape SETTINGS = BodyShape.object().required(BOOLEAN, "public_access_enabled");

    @Override
    public String name() {
        return Groups.SERVICE;
    }

    @Override
    public String displayName() {
        return "IAM Access Groups Service";
    }

    @Override
    public ErrorShape errors() {
        return GroupErrors.INSTANCE;
    }

    @Override
    public void routes(Routes routes) {
        groups(routes);
        members(routes);
        rules(routes);
        routes.on(GET, "/v2/groups/settings", "getAccountSettings")
                .query("account_id")
                .about(Groups::account)
                .needs("iam-groups.account-settings.read")
                .leaves("iam-groups.account-settings.read")
                .handledBy(Groups::settings);
        routes.on(PATCH, "/v2/groups/settings", "updateAccountSettings")
                .query("account_id")
                .takes(SETTINGS)
                .about(Groups::account)
                .needs("iam-groups.account-settings.update")
                .leaves("iam-groups.account-settings.update")
                .handledBy(Groups::changeSettings);
    }

    private static void groups(Routes routes) {
        routes.on(POST, "/v2/groups", "createAccessGroup")
                .query("account_id")
                .takes(NEW)
                .about(Groups::created)
                .needs("iam-groups.groups.create")
                .leaves("iam-groups.group.create")
                .handledBy(Groups::create);
        routes.on(GET, "/v2/groups", "listAccessGroups")
                .query(
                        "account_id",
                        "iam_id",
                        "search",
                        "membership_type",
                        "limit",
                        "offset",
                        "sort",
                        "show_federated",
                        "hide_public_access")
                .about(Groups::listed)
                .leaves("iam-groups.groups.list")
                .handledBy(Groups::list);
        routes.on(GET, "/v2/groups/{id}", "getAccessGroup")
                .query("show_federated")
                .about(Groups::named)
                .needs("iam-groups.groups.read")
                .leaves("iam-groups.group.read")
                .handledBy(Groups::get);
        routes.on(PATCH, "/v2/groups/{id}", "updateAccessGroup")
                .query()
                .takes(CHANGED)
                .about(Groups::changed)
                .needs("iam-groups.groups.update")
                .ifMatch()
                .leaves("iam-groups.group.update")
                .handledBy(Groups::update);
        routes.on(DELETE, "/v2/groups/{id}", "deleteAccessGroup")
                .query("force")
                .about(Groups::changeable)
                .needs("iam-groups.groups.delete")
                .leaves("iam-groups.group.delete")
                .handledBy(Groups::delete);
    }

    private static void members(Routes routes) {
        routes.on(PUT, "/v2/groups/{id}/members", "addMembersToAccessGroup")
                .query()
                .takes(MEMBERS)
                .about(Members::added)
                .needs("iam-groups.members.add")
                .leaves("iam-groups.member.add")
                .handledBy(Members::add);
        routes.on(GET, "/v2/groups/{id}/members", "listAccessGroupMembers")
                .query("membership_type", "limit", "offset", "type", "verbose", "sort")
                .about(Members::listed)
                .needs("iam-groups.members.list")
                .leaves("iam-groups.members.list")
                .handledBy(Members::list);
        routes.on(HEAD, "/v2/groups/{id}/members/{iam_id}", "isMemberOfAccessGroup")
                .query()
                .about(Groups::named)
                .needs("iam-groups.members.read")
                .leaves("iam-groups.member.read")
                .handledBy(Members::isMember);
        routes.on(DELETE, "/v2/groups/{id}/members/{iam_id}", "removeMemberFromAccessGroup")
                .query()
                .about(Groups::changeable)
                .needs("iam-groups.members.delete")
                .leaves("iam-groups.member.delete")
                .handledBy(Members::remove);
        routes.on(POST, "/v2/groups/{id}/members/delete", "removeMembersFromAccessGroup")
                .query()
                .takes(GONE)
                .about(Members::added)
                .needs("iam-groups.members.delete")
                .leaves("iam-groups.member.delete")
                .handledBy(Members::removeSome);
        routes.on(PUT, "/v2/groups/_allgroups/members/{iam_id}", "addMemberToMultipleAccessGroups")
                .query("account_id")
                .takes(SPREAD)
                .about(Members::spread)
                .needs("iam-groups.members.add")
                .leaves("iam-groups.member.add")
                .handledBy(Members::addToMany);
        routes.on(DELETE, "/v2/groups/_allgroups/members/{iam_id}", "removeMemberFromAllAccessGroups")
                .query("account_id")
                .about(Groups::account)
                .needs("iam-groups.members.delete")
                .leaves("iam-groups.member.delete")
                .handledBy(Members::removeFromAll);
    }

    private static void rules(Routes routes) {
        routes.on(POST, "/v2/groups/{id}/rules", "addAccessGroupRule")
                .query()
                .takes(RULE)
                .about(Rules::created)
                .needs("iam-groups.rules.create")
                .leaves("iam-groups.rule.create")
                .handledBy(Rules::create);
        routes.on(GET, "/v2/groups/{id}/rules", "listAccessGroupRules")
                .query()
                .about(Groups::named)
                .needs("iam-groups.rules.list")
                .leaves("iam-groups.rules.list")
                .handledBy(Rules::list);
        routes.on(GET, "/v2/groups/{id}/rules/{rule_id}", "getAccessGroupRule")
                .query()
                .about(Rules::named)
                .needs("iam-groups.rules.read")
                .leaves("iam-groups.rule.read")
                .handledBy(Rules::get);
        routes.on(PUT, "/v2/groups/{id}/rules/{rule_id}", "replaceAccessGroupRule")
                .query()
                .takes(RULE)
                .about(Rules::replaced)
                .needs("iam-groups.rules.update")
                .ifMatch()
                .leaves("iam-groups.rule.update")
                .handledBy(Rules::replace);
        routes.on(DELETE, "/v2/groups/{id}/rules/{rule_id}", "removeAccessGroupRule")
                .query()
                .about(Rules::named)
                .needs("iam-groups.rules.delete")
                .leaves("iam-groups.rule.delete")
                .handledBy(Rules::delete);
    }
}
