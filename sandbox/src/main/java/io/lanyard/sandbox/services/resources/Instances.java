// Room: sandbox / resources. What the routes of service instances do.
package io.lanyard.sandbox.services.resources;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.JsonBody;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.resources.ResourcePart.Reclamation;
import io.lanyard.sandbox.services.resources.ServiceInstance.Stamp;
import io.lanyard.sandbox.services.resources.ServiceInstance.State;
import io.lanyard.sandbox.state.Account;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Handlers and targets of {@code /v2/resource_instances}. */
final class Instances {
    private static final String TYPE = "service_instance";

    Target created(Call call) {
        JsonBody body = call.json();
        lock(call);
        name(body);
        var plan = Plan.of(body.text("resource_plan_id"));
        plan.offeredIn(body.text("target"));
        call.event().action(plan.service() + ".instance.create");
        String id = ResourcePart.guidOf(body.text("resource_group"));
        Account account = call.directory().homeOf(id).orElseGet(call::callersAccount);
        ResourceGroup group = ResourceTargets.group(account, id);
        return ResourceTargets.place(account, plan, body.text("target"), group.id())
                .named("", body.text("name"));
    }

    Target changed(Call call) {
        name(call.json());
        call.json().maybeText("resource_plan_id").ifPresent(Plan::of);
        return named(call, "update");
    }

    Target read(Call call) {
        return named(call, "read");
    }

    Target deleted(Call call) {
        Rows.flag(call, "recursive");
        return named(call, "delete");
    }

    Target lockable(Call call) {
        return named(call, "lock");
    }

    Target unlockable(Call call) {
        return named(call, "unlock");
    }

    /** The events of an instance bear its service's name. */
    private static Target named(Call call, String what) {
        Target target = ResourceTargets.namedInstance(call);
        call.event().action(target.attributes().get("serviceName") + ".instance." + what);
        return target;
    }

    private static void name(JsonBody body) {
        body.maybeText("name").filter(String::isBlank).ifPresent(blank -> {
            throw Refusal.of(Problem.INVALID, "'name' must not be blank.").about("name");
        });
    }

    private static boolean lock(Call call) {
        String value = call.header("Entity-Lock").orElse("false");
        if (!Set.of("true", "false").contains(value)) {
            throw Refusal.of(Problem.INVALID, "The header Entity-Lock can be true or false.")
                    .about("Entity-Lock");
        }
        return value.equals("true");
    }

    Response list(Call call) {
        Account account = call.account();
        List<ServiceInstance> all = ResourcePart.of(account).instances().toList();
        return Rows.page(
                call,
                all,
                ServiceInstance::guid,
                instance -> wanted(call, instance)
                        && call.permits(
                                "resource-controller.instance.retrieve", ResourceTargets.instance(instance, account)),
                ResourceViews::instance);
    }

    private static boolean wanted(Call call, ServiceInstance instance) {
        boolean state = call.query("state").isPresent()
                ? Rows.is(call, "state", ResourceViews.state(instance))
                : instance.state() != State.REMOVED;
        return state
                && Rows.is(call, "guid", instance.guid())
                && Rows.is(call, "name", instance.name())
                && Rows.is(call, "resource_group_id", instance.groupId())
                && Rows.is(call, "resource_id", instance.plan().serviceId())
                && Rows.is(call, "resource_plan_id", instance.plan().id())
                && Rows.is(call, "type", TYPE)
                && Rows.is(call, "sub_type", "")
                && Rows.changedInTime(call, instance.updated());
    }

    Response create(Call call) {
        Account account = call.account();
        JsonBody body = call.json();
        var part = ResourcePart.of(account);
        var group = ResourceTargets.usable(call, account, ResourcePart.guidOf(body.text("resource_group")));
        var plan = Plan.of(body.text("resource_plan_id"));
        Quotas.anotherInstance(part, plan);
        var instance = ServiceInstance.made(
                account,
                body.text("name"),
                group.id(),
                plan,
                body.text("target"),
                parameters(body).orElseGet(JsonObject::new),
                body.flag("allow_cleanup", false),
                lock(call),
                stamp(call));
        part.begin(instance);
        call.event().target(instance.crn(), instance.name());
        return Response.created(
                ResourceViews.instance(part.instance(instance.guid()).orElseThrow()));
    }

    private static Optional<JsonObject> parameters(JsonBody body) {
        return body.object("parameters").map(fields -> fields.tree().deepCopy());
    }

    Response get(Call call) {
        return Response.ok(ResourceViews.instance(instance(call)));
    }

    Response update(Call call) {
        JsonBody body = call.json();
        ServiceInstance before = changeable(call);
        Plan plan = body.maybeText("resource_plan_id").map(Plan::of).orElse(before.plan());
        if (!plan.equals(before.plan())) {
            call.require("resource-controller.instance.update_plan", call.target());
            samePlace(before, plan);
            Quotas.anotherInstance(ResourcePart.of(call.account()), plan);
        }
        ServiceInstance after = before.changed(
                body.maybeText("name").orElse(before.name()),
                plan,
                parameters(body).orElse(before.parameters()),
                body.flag("allow_cleanup", before.allowCleanup()),
                stamp(call));
        call.event().request("prev_instance_name", before.name()).request("instance_name", after.name());
        return put(call, after);
    }

    private static void samePlace(ServiceInstance instance, Plan plan) {
        if (!plan.service().equals(instance.plan().service())) {
            throw Refusal.of(Problem.INVALID, "The plan is one of another service.")
                    .about("resource_plan_id");
        }
        plan.offeredIn(instance.place());
    }

    Response delete(Call call) {
        var part = ResourcePart.of(call.account());
        ServiceInstance instance = changeable(call);
        List<ServiceKey> keys = part.keysOf(instance);
        if (!keys.isEmpty() && !Rows.flag(call, "recursive")) {
            throw Refusal.of(
                            Problem.BAD_REQUEST,
                            "The instance has " + keys.size()
                                    + " keys: delete them first, or send recursive=true to delete them with it.")
                    .about("recursive");
        }
        keys.forEach(key -> Credentials.removable(call.account(), key));
        keys.forEach(key -> Credentials.remove(call.account(), key, stamp(call)));
        if (instance.plan().lite()) {
            part.end(instance, stamp(call), call.transactionId());
        } else {
            var stamp = stamp(call);
            part.stored().put(instance.guid(), instance.waiting(stamp.at().plus(ResourcePart.WAIT), stamp));
            String id = call.account().ids().uuid();
            part.reclamations().put(id, new Reclamation(id, instance.guid(), stamp));
        }
        return Response.noContent();
    }

    Response lock(Call call, boolean locked) {
        ServiceInstance instance = present(call);
        return instance.locked() == locked
                ? Response.ok(ResourceViews.instance(instance))
                : put(call, instance.lockedAs(locked, stamp(call)));
    }

    /** Every operation of the sandbox's is over before its answer: there is nothing to cancel, so what is wanted holds. */
    Response cancel(Call call) {
        return Response.ok(ResourceViews.instance(present(call)));
    }

    private static Response put(Call call, ServiceInstance instance) {
        ResourcePart.of(call.account()).stored().put(instance.guid(), instance);
        return Response.ok(ResourceViews.instance(instance));
    }

    static ServiceInstance instance(Call call) {
        return ResourcePart.of(call.account())
                .instance(call.path("id"))
                .orElseThrow(() -> Refusal.notFound("ResourceInstance", call.path("id")));
    }

    private static ServiceInstance present(Call call) {
        ServiceInstance instance = instance(call);
        if (instance.isDeleted()) {
            throw gone("The instance is deleted; its state is " + ResourceViews.state(instance) + ".");
        }
        return instance;
    }

    static ServiceInstance changeable(Call call) {
        ServiceInstance instance = present(call);
        if (instance.locked()) {
            throw Refusal.of(
                            Problem.LOCKED,
                            "The instance is locked: unlock it to change or delete it, DELETE /v2/resource_instances/"
                                    + instance.guid() + "/lock.")
                    .status(422);
        }
        return instance;
    }

    static Refusal gone(String message) {
        return Refusal.of(Problem.NOT_FOUND, message).status(410).code("gone");
    }

    static Stamp stamp(Call call) {
        return new Stamp(call.now(), call.caller().iamId());
    }
}
