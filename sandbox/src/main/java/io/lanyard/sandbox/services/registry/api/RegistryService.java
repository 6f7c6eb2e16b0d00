// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.api;

import static io.lanyard.sandbox.kernel.BodyShape.Type.BOOLEAN;
import static io.lanyard.sandbox.kernel.BodyShape.Type.INTEGER;
import static io.lanyard.sandbox.kernel.BodyShape.Type.STRING;
import static io.lanyard.sandbox.kernel.BodyShape.Type.STRINGS;
import static io.lanyard.sandbox.kernel.Method.DELETE;
import static io.lanyard.sandbox.kernel.Method.GET;
import static io.lanyard.sandbox.kernel.Method.PATCH;
import static io.lanyard.sandbox.kernel.Method.POST;
import static io.lanyard.sandbox.kernel.Method.PUT;

import io.lanyard.sandbox.kernel.BodyShape;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Method;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.kernel.errors.RegistryErrors;
import io.lanyard.sandbox.services.registry.RegistryDoor;
import io.lanyard.sandbox.services.registry.RegistryRights;
import io.lanyard.sandbox.services.registry.RegistryState;
import java.util.function.Function;

/**
 * The routes of {@code /api/v1}, each with the action it needs and the event it leaves (IBM: registry_at_iam). Lists need no
 * action: they show what the caller may see, be it nothing.
 */
public final class RegistryService extends RegistryDoor {
    private static final BodyShape RETENTION = BodyShape.object()
            .required(STRING, "namespace")
            .optional(INTEGER, "images_per_repo")
            .optional(BOOLEAN, "retain_untagged");

    private final RegistryState state;
    private final Desk desk;
    private final Settings settings;
    private final Namespaces namespaces;
    private final Images images;
    private final ImageChanges changes;
    private final Trash trash;
    private final Retentions retentions;

    /** Manages the registries of a state. */
    public RegistryService(RegistryState state) {
        super(RegistryErrors.INSTANCE);
        this.state = state;
        desk = new Desk(state);
        settings = new Settings(desk);
        namespaces = new Namespaces(desk);
        images = new Images(desk);
        changes = new ImageChanges(desk, images);
        trash = new Trash(desk);
        retentions = new Retentions(desk);
    }

    @Override
    public void close() {
        state.close();
    }

    @Override
    public void routes(Routes routes) {
        account(routes);
        namespaces(routes);
        images(routes);
        trashAndRetention(routes);
    }

    private Routes.Line line(
            Routes routes, Method method, String path, String operation, Function<Call, Target> about) {
        return routes.on(method, "/api/v1/" + path, operation)
                .about(about)
                .unless(call -> RegistryRights.withoutPolicies(call.caller(), call.account(), call.region()));
    }

    private static String action(String name) {
        return RegistryRights.SERVICE + "." + name;
    }

    private Target image(Call call) {
        return desk.image(call, Images.named(call));
    }

    private Target retention(Call call) {
        return desk.namespace(call, call.json().text("namespace"));
    }

    private void account(Routes routes) {
        line(routes, GET, "auth", "getAuth", desk::serviceOverAnyNetwork)
                .needs(action("auth.get"))
                .leaves(action("auth.get"))
                .handledBy(settings::auth);
        line(routes, PATCH, "auth", "updateAuth", desk::serviceOverAnyNetwork)
                .takes(BodyShape.object().optional(BOOLEAN, "iam_authz", "private_only"))
                .needs(action("auth.set"))
                .leaves(action("auth.set"))
                .handledBy(settings::setAuth);
        line(routes, GET, "settings", "getSettings", desk::service)
                .needs(action("settings.get"))
                .leaves(action("settings.get"))
                .handledBy(settings::settings);
        line(routes, PATCH, "settings", "updateSettings", desk::service)
                .takes(BodyShape.object().optional(BOOLEAN, "platform_metrics"))
                .needs(action("settings.set"))
                .leaves(action("settings.set"))
                .handledBy(settings::setSettings);
        line(routes, GET, "plans", "getPlans", desk::service)
                .needs(action("plan.get"))
                .leaves(action("plan.get"))
                .handledBy(settings::plan);
        line(routes, PATCH, "plans", "updatePlans", desk::service)
                .takes(BodyShape.object().optional(STRING, "plan"))
                .needs(action("plan.set"))
                .leaves(action("plan.set"))
                .handledBy(settings::setPlan);
        line(routes, GET, "quotas", "getQuota", desk::service)
                .needs(action("quota.get"))
                .leaves(action("quota.get"))
                .handledBy(settings::quota);
        line(routes, PATCH, "quotas", "updateQuota", desk::service)
                .takes(BodyShape.object().optional(INTEGER, "storage_megabytes", "traffic_megabytes"))
                .needs(action("quota.set"))
                .leaves(action("quota.set"))
                .handledBy(settings::setQuota);
        routes.on(GET, "/api/v1/messages", "getMessages").open().handledBy(settings::messages);
    }

    private void namespaces(Routes routes) {
        line(routes, GET, "namespaces", "listNamespaces", desk::service)
                .leaves(action("namespace.list"))
                .handledBy(namespaces::list);
        line(routes, GET, "namespaces/details", "listNamespaceDetails", desk::service)
                .leaves(action("namespace.list"))
                .handledBy(namespaces::details);
        line(routes, PUT, "namespaces/{name}", "createNamespace", this::namespaceAsService)
                .needs(action("namespace.create"))
                .leaves(action("namespace.create"))
                .handledBy(namespaces::create);
        line(routes, PATCH, "namespaces/{name}", "assignNamespace", this::namespaceAsService)
                .needs(action("namespace.create"))
                .leaves(action("namespace.update"))
                .handledBy(namespaces::assign);
        line(routes, DELETE, "namespaces/{name}", "deleteNamespace", this::namespaceAsService)
                .needs(action("namespace.delete"))
                .leaves(action("namespace.delete"))
                .handledBy(namespaces::delete);
    }

    /** Making and removing namespaces needs a right on the account, not on one namespace (IBM: ts_namespace_auth). */
    private Target namespaceAsService(Call call) {
        var name = call.path("name");
        var target = desk.service(call);
        return target.named(desk.namespace(call, name).crn().orElse(""), name);
    }

    private void images(Routes routes) {
        line(routes, GET, "images", "listImages", desk::service)
                .query(
                        "namespace",
                        "repository",
                        "includeIBM",
                        "includePrivate",
                        "includeManifestLists",
                        "vulnerabilities")
                .leaves(action("image.list"))
                .handledBy(images::list);
        line(routes, POST, "images/digests", "listImageDigests", desk::service)
                .takes(BodyShape.object()
                        .optional(BOOLEAN, "exclude_tagged", "exclude_va", "include_ibm")
                        .optional(STRINGS, "repositories"))
                .beside()
                .leaves(action("image.list"))
                .handledBy(images::digests);
        line(routes, POST, "images/bulkdelete", "bulkDeleteImages", desk::service)
                .takesBytes()
                .leaves(action("image.bulkdelete"))
                .handledBy(changes::bulkDelete);
        line(routes, POST, "images/tags", "tagImage", call -> desk.image(call, ImageChanges.to(call)))
                .query("fromimage", "toimage")
                .needs(action("image.push"))
                .leaves(action("image.tag"))
                .handledBy(changes::tag);
        line(routes, GET, "images/{image+}/json", "inspectImage", this::image)
                .needs(action("image.inspect"))
                .leaves(action("image.inspect"))
                .handledBy(images::inspect);
        line(routes, GET, "images/{image+}/manifest", "getImageManifest", this::image)
                .needs(action("image.inspect"))
                .leaves(action("manifest.inspect"))
                .handledBy(images::manifest);
        line(routes, DELETE, "images/{image+}", "deleteImage", this::image)
                .needs(action("image.delete"))
                .leaves(action("image.delete"))
                .handledBy(changes::delete);
        line(routes, DELETE, "tags/{image+}", "deleteImageTag", this::image)
                .needs(action("image.delete"))
                .leaves(action("image.untag"))
                .handledBy(changes::untag);
    }

    private void trashAndRetention(Routes routes) {
        line(routes, GET, "trash", "listDeletedImages", desk::service)
                .query("namespace")
                .leaves(action("trash.list"))
                .handledBy(trash::list);
        line(routes, POST, "trash/{digest+}/restoretags", "restoreTags", call -> desk.image(call, Trash.digest(call)))
                .needs(action("image.push"))
                .leaves(action("trash.restore"))
                .handledBy(trash::restoreTags);
        line(routes, POST, "trash/{image+}/restore", "restoreImage", this::image)
                .needs(action("image.push"))
                .leaves(action("trash.restore"))
                .handledBy(trash::restore);
        line(routes, GET, "retentions", "listRetentionPolicies", desk::service)
                .leaves(action("retention.list"))
                .handledBy(retentions::list);
        line(
                        routes,
                        GET,
                        "retentions/{namespace}",
                        "getRetentionPolicy",
                        call -> desk.namespace(call, call.path("namespace")))
                .needs(action("retention.get"))
                .leaves(action("retention.list"))
                .handledBy(retentions::get);
        line(routes, POST, "retentions", "setRetentionPolicy", this::retention)
                .takes(RETENTION)
                .needs(action("retention.set"))
                .leaves(action("retention.set"))
                .handledBy(retentions::set);
        line(routes, POST, "retentions/analyze", "analyzeRetentionPolicy", this::retention)
                .takes(RETENTION)
                .needs(action("retention.analyze"))
                .beside()
                .leaves(action("retention.analyze"))
                .handledBy(retentions::analyze);
    }
}
