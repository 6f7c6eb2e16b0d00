// Room: sandbox / IAM Identity. The table of its routes.
package io.lanyard.sandbox.services.identity;

import static io.lanyard.sandbox.kernel.BodyShape.Type.BOOLEAN;
import static io.lanyard.sandbox.kernel.BodyShape.Type.OBJECT;
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

/**
 * Service IDs, their groups and API keys, as {@code /v1} of IAM Identity has them (identity.md §1-§3, §8).
 *
 * <p>Locking needs {@code iam-identity.serviceid.update}: the role data knows no action that Editor and Administrator
 * have and Operator hasn't, so an Operator may lock here, where IBM's task table says he may not.
 */
public final class IdentityService implements Service {
    private static final BodyShape KEY_INSIDE = BodyShape.object()
            .required(STRING, "name")
            .optional(STRING, "description", "apikey", "action_when_leaked", "expires_at")
            .optional(BOOLEAN, "store_value");
    private static final BodyShape NEW_SERVICE_ID = BodyShape.object()
            .required(STRING, "account_id", "name")
            .optional(STRING, "group_id", "description")
            .optional(STRINGS, "unique_instance_crns")
            .optional("apikey", OBJECT, KEY_INSIDE);
    private static final BodyShape CHANGED_SERVICE_ID =
            BodyShape.object().optional(STRING, "name", "description").optional(STRINGS, "unique_instance_crns");
    private static final BodyShape NEW_KEY = BodyShape.object()
            .required(STRING, "name", "iam_id")
            .optional(STRING, "description", "account_id", "apikey", "action_when_leaked", "expires_at")
            .optional(BOOLEAN, "store_value", "support_sessions");
    private static final BodyShape CHANGED_KEY = BodyShape.object()
            .optional(STRING, "name", "description", "action_when_leaked", "expires_at")
            .optional(BOOLEAN, "support_sessions");
    private static final BodyShape NEW_GROUP =
            BodyShape.object().required(STRING, "account_id", "name").optional(STRING, "description");
    private static final BodyShape CHANGED_GROUP =
            BodyShape.object().required(STRING, "name").optional(STRING, "description");

    private final ServiceIds ids = new ServiceIds();
    private final Groups groups = new Groups();
    private final ApiKeyTargets keyTargets = new ApiKeyTargets();
    private final ApiKeys keys = new ApiKeys();

    @Override
    public String name() {
        return IdentityRights.SERVICE;
    }

    @Override
    public String displayName() {
        return "IAM Identity Service";
    }

    @Override
    public ErrorShape errors() {
        return IdentityErrors.INSTANCE;
    }

    @Override
    public void routes(Routes routes) {
        serviceIds(routes);
        groups(routes);
        keys(routes);
    }

    private void serviceIds(Routes routes) {
        routes.on(GET, "/v1/serviceids/", "listServiceIds")
                .query(
                        "account_id",
                        "group_id",
                        "name",
                        "pagesize",
                        "pagetoken",
                        "sort",
                        "order",
                        "include_history",
                        "filter",
                        "show_group_id")
                .about(ids::listed)
                .leaves("iam-identity.account-serviceid.list")
                .handledBy(ids::list);
        routes.on(POST, "/v1/serviceids/", "createServiceId")
                .query("show_group_id")
                .takes(NEW_SERVICE_ID)
                .about(ids::created)
                .needs("iam-identity.serviceid.create")
                .unless(ids::creatable)
                .leaves("iam-identity.account-serviceid.create")
                .handledBy(ids::create);
        routes.on(GET, "/v1/serviceids/{id}", "getServiceId")
                .query("include_history", "include_activity", "show_group_id")
                .about(ids::named)
                .needs("iam-identity.serviceid.get")
                .unless(ids::own)
                .leaves("iam-identity.account-serviceid.read")
                .handledBy(ids::get);
        routes.on(PUT, "/v1/serviceids/{id}", "updateServiceId")
                .query("show_group_id")
                .takes(CHANGED_SERVICE_ID)
                .about(ids::changed)
                .needs("iam-identity.serviceid.update")
                .unless(ids::own)
                .ifMatch()
                .leaves("iam-identity.account-serviceid.update")
                .handledBy(ids::update);
        routes.on(DELETE, "/v1/serviceids/{id}", "deleteServiceId")
                .query()
                .about(ids::named)
                .needs("iam-identity.serviceid.delete")
                .unless(ids::own)
                .leaves("iam-identity.account-serviceid.delete")
                .handledBy(ids::delete);
        routes.on(POST, "/v1/serviceids/{id}/lock", "lockServiceId")
                .query()
                .about(ids::named)
                .needs("iam-identity.serviceid.update")
                .leaves("iam-identity.account-serviceid.update")
                .handledBy(ids::lock);
        routes.on(DELETE, "/v1/serviceids/{id}/lock", "unlockServiceId")
                .query()
                .about(ids::named)
                .needs("iam-identity.serviceid.update")
                .leaves("iam-identity.account-serviceid.update")
                .handledBy(ids::unlock);
    }

    private void groups(Routes routes) {
        routes.on(GET, "/v1/serviceid_groups", "listServiceIdGroup")
                .query("account_id")
                .about(groups::listed)
                .needs("iam-identity.serviceid-group.list")
                .leaves("iam-identity.account-serviceid-group.list")
                .handledBy(groups::list);
        routes.on(POST, "/v1/serviceid_groups", "createServiceIdGroup")
                .query()
                .takes(NEW_GROUP)
                .about(groups::created)
                .needs("iam-identity.serviceid-group.create")
                .leaves("iam-identity.account-serviceid-group.create")
                .handledBy(groups::create);
        routes.on(GET, "/v1/serviceid_groups/{id}", "getServiceIdGroup")
                .query()
                .about(groups::named)
                .needs("iam-identity.serviceid-group.get")
                .leaves("iam-identity.account-serviceid-group.read")
                .handledBy(groups::get);
        routes.on(PUT, "/v1/serviceid_groups/{id}", "updateServiceIdGroup")
                .query()
                .takes(CHANGED_GROUP)
                .about(groups::named)
                .needs("iam-identity.serviceid-group.update")
                .ifMatch()
                .leaves("iam-identity.account-serviceid-group.update")
                .handledBy(groups::update);
        routes.on(DELETE, "/v1/serviceid_groups/{id}", "deleteServiceIdGroup")
                .query()
                .about(groups::named)
                .needs("iam-identity.serviceid-group.delete")
                .leaves("iam-identity.account-serviceid-group.delete")
                .handledBy(groups::delete);
    }

    private void keys(Routes routes) {
        routes.on(GET, "/v1/apikeys", "listApiKeys")
                .query(
                        "account_id",
                        "iam_id",
                        "pagesize",
                        "pagetoken",
                        "scope",
                        "type",
                        "sort",
                        "order",
                        "include_history",
                        "filter",
                        "group_id")
                .about(keyTargets::listed)
                .leaves("iam-identity.account-apikey.list")
                .handledBy(keys::list);
        routes.on(POST, "/v1/apikeys", "createApiKey")
                .query()
                .takes(NEW_KEY)
                .about(keyTargets::created)
                .needs(keyTargets::creating)
                .unless(keyTargets::creatable)
                .leaves("iam-identity.serviceid-apikey.create")
                .handledBy(keys::create);
        routes.on(GET, "/v1/apikeys/details", "getApiKeysDetails")
                .query("include_history")
                .about(keyTargets::byValue)
                .needs(keyTargets.action("get"))
                .unless(keyTargets::own)
                .leaves("iam-identity.serviceid-apikey.read")
                .handledBy(keys::get);
        routes.on(GET, "/v1/apikeys/{id}", "getApiKey")
                .query("include_history", "include_activity")
                .about(keyTargets.named("read"))
                .needs(keyTargets.action("get"))
                .unless(keyTargets::own)
                .leaves("iam-identity.serviceid-apikey.read")
                .handledBy(keys::get);
        routes.on(PUT, "/v1/apikeys/{id}", "updateApiKey")
                .query()
                .takes(CHANGED_KEY)
                .about(keyTargets::changed)
                .needs(keyTargets.action("update"))
                .unless(keyTargets::own)
                .ifMatch()
                .leaves("iam-identity.serviceid-apikey.update")
                .handledBy(keys::update);
        routes.on(DELETE, "/v1/apikeys/{id}", "deleteApiKey")
                .query()
                .about(keyTargets.named("delete"))
                .needs(keyTargets.action("delete"))
                .unless(keyTargets::own)
                .leaves("iam-identity.serviceid-apikey.delete")
                .handledBy(keys::delete);
        routes.on(POST, "/v1/apikeys/{id}/lock", "lockApiKey")
                .query()
                .about(keyTargets.named("update"))
                .needs(keyTargets.action("update"))
                .unless(keyTargets::own)
                .leaves("iam-identity.serviceid-apikey.update")
                .handledBy(keys::lock);
        routes.on(DELETE, "/v1/apikeys/{id}/lock", "unlockApiKey")
                .query()
                .about(keyTargets.named("update"))
                .needs(keyTargets.action("update"))
                .unless(keyTargets::own)
                .leaves("iam-identity.serviceid-apikey.update")
                .handledBy(keys::unlock);
        routes.on(POST, "/v1/apikeys/{id}/disable", "disableApiKey")
                .query()
                .about(keyTargets.named("update"))
                .needs(keyTargets.action("update"))
                .unless(keyTargets::own)
                .leaves("iam-identity.serviceid-apikey.update")
                .handledBy(keys::disable);
        routes.on(DELETE, "/v1/apikeys/{id}/disable", "enableApiKey")
                .query()
                .about(keyTargets.named("update"))
                .needs(keyTargets.action("update"))
                .unless(keyTargets::own)
                .leaves("iam-identity.serviceid-apikey.update")
                .handledBy(keys::enable);
    }
}
