// Room: sandbox / resources. What the routes of keys do.
package io.lanyard.sandbox.services.resources;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.JsonBody;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.roles.DefinedRole;
import io.lanyard.sandbox.state.Account;
import java.util.List;
import java.util.Optional;

/** Handlers and targets of {@code /v2/resource_keys}. Rights on keys are rights on their instance. */
final class Keys {
    Target created(Call call) {
        String source = call.json().text("source");
        name(call.json());
        Account home = call.directory()
                .homeOf(ResourcePart.guidOf(source))
                .orElseThrow(() -> Refusal.notFound("ResourceInstance", source));
        ServiceInstance instance = source(home, source);
        event(call, instance, "create");
        return ResourceTargets.instance(instance, home);
    }

    Target read(Call call) {
        return named(call, "read");
    }

    Target changed(Call call) {
        name(call.json());
        return named(call, "update");
    }

    Target deleted(Call call) {
        return named(call, "delete");
    }

    private static Target named(Call call, String what) {
        Target target = ResourceTargets.namedKey(call);
        call.event().action(target.attributes().get("serviceName") + ".resource-key." + what);
        return target;
    }

    private static void event(Call call, ServiceInstance instance, String what) {
        call.event().action(instance.plan().service() + ".resource-key." + what);
    }

    private static void name(JsonBody body) {
        if (body.text("name").isBlank()) {
            throw Refusal.of(Problem.INVALID, "'name' must not be blank.").about("name");
        }
    }

    private static ServiceInstance source(Account account, String id) {
        return ResourcePart.of(account)
                .instance(id)
                .filter(found -> !id.contains(":") || found.crn().equals(id))
                .orElseThrow(() -> Refusal.notFound("ResourceInstance", id));
    }

    Response list(Call call) {
        Account account = call.account();
        List<ServiceKey> all = ResourcePart.of(account).keys().stream().toList();
        return Rows.page(
                call,
                all,
                ServiceKey::guid,
                key -> key.active()
                        && wanted(call, key)
                        && call.permits("resource-controller.key.retrieve", target(account, key)),
                key -> ResourceViews.key(key, revealed(call, account, key)));
    }

    private static boolean wanted(Call call, ServiceKey key) {
        return Rows.is(call, "guid", key.guid())
                && Rows.is(call, "name", key.name())
                && Rows.is(call, "resource_group_id", key.instance().groupId())
                && Rows.is(call, "resource_id", key.instance().plan().serviceId())
                && Rows.changedInTime(call, key.updated());
    }

    Response ofInstance(Call call) {
        Account account = call.account();
        ServiceInstance instance = Instances.instance(call);
        List<ServiceKey> all = ResourcePart.of(account).keys().stream()
                .filter(key -> key.instance().guid().equals(instance.guid()))
                .toList();
        return Rows.page(
                call,
                all,
                ServiceKey::guid,
                ServiceKey::active,
                key -> ResourceViews.key(key, revealed(call, account, key)));
    }

    Response create(Call call) {
        Account account = call.account();
        JsonBody body = call.json();
        ServiceInstance instance = source(account, body.text("source"));
        if (instance.isDeleted()) {
            throw Instances.gone("The instance is deleted.");
        }
        instance.trouble().ifPresent(why -> {
            throw Refusal.of(Problem.CONFLICT, "The instance failed to start. " + why);
        });
        Optional<JsonBody> parameters = body.object("parameters");
        Optional<DefinedRole> role = Credentials.role(account, instance, body.maybeText("role"));
        role.ifPresent(wanted -> holds(call, wanted));
        var given = Credentials.given(call, account, parameters.flatMap(fields -> text(fields, "serviceid_crn")));
        boolean hmac = parameters.map(fields -> hmac(fields)).orElse(false);
        JsonObject connection =
                InstanceListeners.of(call.directory()).hearing(instance).connection(call, instance);
        ServiceKey key = Credentials.make(call, instance, body.text("name"), role, given, hmac, connection);
        var part = ResourcePart.of(account);
        part.keys().put(key.guid(), key);
        Credentials.accessKey(key).ifPresent(access -> part.signers().put(access, key.guid()));
        call.event()
                .target(key.crn(), key.name())
                .request("role", role.map(DefinedRole::crn).orElse(""));
        return Response.created(ResourceViews.key(key, true));
    }

    /** Nobody gives more to a key than he has on the instance. */
    private static void holds(Call call, DefinedRole role) {
        role.actions().stream()
                .filter(action -> !call.permits(action, call.target()))
                .findFirst()
                .ifPresent(action -> call.require(action, call.target()));
    }

    private static Optional<String> text(JsonBody parameters, String name) {
        return parameters.maybe(name).map(value -> {
            if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
                throw Refusal.of(Problem.INVALID, "'parameters." + name + "' must be a string.")
                        .about("parameters." + name);
            }
            return value.getAsString();
        });
    }

    private static boolean hmac(JsonBody parameters) {
        JsonObject fields = parameters.tree();
        if (!fields.has("HMAC")) {
            return false;
        }
        var value = fields.get("HMAC");
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
            throw Refusal.of(Problem.INVALID, "'parameters.HMAC' must be true or false.")
                    .about("parameters.HMAC");
        }
        return value.getAsBoolean();
    }

    Response get(Call call) {
        ServiceKey key = key(call);
        return Response.ok(ResourceViews.key(key, revealed(call, call.account(), key)));
    }

    Response update(Call call) {
        ServiceKey before = present(call);
        ServiceKey after = before.named(call.json().text("name"), Instances.stamp(call));
        ResourcePart.of(call.account()).keys().put(after.guid(), after);
        call.event().request("prev_instance_name", before.name()).request("instance_name", after.name());
        return Response.ok(ResourceViews.key(after, revealed(call, call.account(), after)));
    }

    Response delete(Call call) {
        ServiceKey key = present(call);
        Credentials.removable(call.account(), key);
        Credentials.remove(call.account(), key, Instances.stamp(call));
        return Response.noContent();
    }

    private static ServiceKey key(Call call) {
        return ResourcePart.of(call.account())
                .keys()
                .find(ResourcePart.guidOf(call.path("id")))
                .orElseThrow(() -> Refusal.notFound("ResourceKey", call.path("id")));
    }

    private static ServiceKey present(Call call) {
        ServiceKey key = key(call);
        if (!key.active()) {
            throw Instances.gone("The key is deleted.");
        }
        return key;
    }

    private static Target target(Account account, ServiceKey key) {
        return ResourceTargets.instance(key.instance(), account);
    }

    /**
     * Whether the caller sees the credentials: he may see all, made the key, or could do himself all that it can. What a service
     * ID can that was there before isn't known from the key.
     */
    private static boolean revealed(Call call, Account account, ServiceKey key) {
        Target target = target(account, key);
        if (call.permits("resource-controller.credential.retrieve_all", target)
                || key.created().by().equals(call.caller().iamId())) {
            return true;
        }
        return key.made()
                && key.roleCrn()
                        .flatMap(role -> Credentials.role(account, key.instance(), Optional.of(role)))
                        .filter(role -> role.actions().stream().allMatch(action -> call.permits(action, target)))
                        .isPresent();
    }
}
