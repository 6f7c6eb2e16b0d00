// Room: sandbox / roles. What the routes of roles do.
package io.lanyard.sandbox.services.roles;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.policy.decision.ServiceKinds;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.JsonBody;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.state.Account;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Handlers and targets of {@code /v2/roles}. */
final class Roles {
    private static final String CHILD = RoleService.NAME + ".customRole";

    Target listed(Call call) {
        if (call.query("service_name").isPresent()
                && call.query("service_group_id").isPresent()) {
            throw AccessRefusals.invalidParameter("service_group_id", "it can't be combined with service_name");
        }
        call.query("service_group_id").filter(group -> !group.equals("IAM")).ifPresent(group -> {
            throw AccessRefusals.invalidParameter("service_group_id", "the only one is IAM");
        });
        call.query("policy_type")
                .filter(type -> !Set.of("access", "authorization").contains(type))
                .ifPresent(type -> {
                    throw AccessRefusals.invalidParameter("policy_type", "it can be access or authorization");
                });
        return Target.in(account(call).orElseGet(call::callersAccount), RoleService.NAME);
    }

    Target named(Call call) {
        return call.directory()
                .homeOf(call.path("id"))
                .flatMap(home -> AccountRoles.of(home)
                        .custom()
                        .find(call.path("id"))
                        .map(role -> Target.in(home, RoleService.NAME)
                                .named(role.crn(), role.displayName())
                                .at(role.entityTag())))
                .orElseThrow(() -> notFound(call));
    }

    Target created(Call call) {
        JsonBody body = call.json();
        RoleChecks.name(body);
        RoleChecks.body(body);
        RoleChecks.actions(body.text("service_name"), body.texts("actions"));
        Account account = call.directory().account(body.text("account_id")).orElseThrow(AccessRefusals::foreignAccount);
        return Target.in(account, RoleService.NAME).named("", body.text("display_name"));
    }

    Target replaced(Call call) {
        RoleChecks.body(call.json());
        return named(call);
    }

    /** Role management is a child service: rights on it alone are enough. */
    Optional<String> onChild(Call call, String action) {
        return call.permits(action, Target.in(call.account(), CHILD))
                ? Optional.of("the caller holds " + action + " on " + CHILD)
                : Optional.empty();
    }

    Response list(Call call) {
        Optional<String> service = call.query("service_name").filter(text -> !text.isEmpty());
        boolean group = call.query("service_group_id").isPresent();
        Collection<String> services =
                service.isPresent() ? List.of(service.get()) : group ? new TreeSet<>(ServiceKinds.iam()) : List.of();
        var json = new JsonObject();
        var custom = new JsonArray();
        var ofService = new JsonArray();
        var ofSystem = new JsonArray();
        if (call.query("account_id").isEmpty() || readable(call, services)) {
            defined(services).forEach(role -> (role.platform() ? ofSystem : ofService).add(RoleViews.defined(role)));
            account(call)
                    .ifPresent(account -> AccountRoles.of(account).custom().stream()
                            .filter(role -> services.isEmpty() || services.contains(role.serviceName()))
                            .map(role -> RoleViews.custom(role, call.request().origin()))
                            .forEach(custom::add));
        }
        json.add("custom_roles", custom);
        json.add("service_roles", ofService);
        json.add("system_roles", ofSystem);
        return Response.ok(json);
    }

    private static List<DefinedRole> defined(Collection<String> services) {
        DefinedRoles defined = DefinedRoles.bundled();
        if (services.isEmpty()) {
            return defined.common();
        }
        return services.stream()
                .flatMap(service -> defined.of(service).stream())
                .collect(Collectors.toMap(DefinedRole::crn, role -> role, (first, second) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** Whether the caller may read roles of one of these services, of any service when none is named. */
    private static boolean readable(Call call, Collection<String> services) {
        Optional<Account> account = account(call);
        if (account.isEmpty()) {
            return false;
        }
        Collection<String> asked = services.isEmpty() ? DefinedRoles.bundled().services() : services;
        return asked.stream().anyMatch(service -> call.permits("iam.role.read", Target.in(account.get(), service)));
    }

    Response get(Call call) {
        return answer(200, call, role(call));
    }

    Response create(Call call) {
        Account account = call.account();
        JsonBody body = call.json();
        var roles = AccountRoles.of(account);
        int most = roles.quota();
        if (roles.custom().size() >= most) {
            throw AccessRefusals.notProcessed(
                    "The account has reached the maximum number of custom roles, which is " + most + ".");
        }
        Instant now = account.now();
        String who = call.caller().iamId();
        var role = new CustomRole(
                account.ids().uuid(),
                account.id(),
                body.text("service_name"),
                body.text("name"),
                body.text("display_name"),
                body.maybeText("description").orElse(""),
                body.texts("actions"),
                now,
                who,
                now,
                who,
                account.ids().entityTag(1));
        RoleChecks.unique(roles, role);
        roles.custom().put(role.id(), role);
        call.event().target(role.crn(), role.displayName());
        return answer(201, call, role);
    }

    Response replace(Call call) {
        Account account = call.account();
        CustomRole before = role(call);
        JsonBody body = call.json();
        RoleChecks.actions(before.serviceName(), body.texts("actions"));
        var after = new CustomRole(
                before.id(),
                before.accountId(),
                before.serviceName(),
                before.name(),
                body.text("display_name"),
                body.maybeText("description").orElse(""),
                body.texts("actions"),
                before.createdAt(),
                before.createdBy(),
                account.now(),
                call.caller().iamId(),
                account.ids().nextEntityTag(before.entityTag()));
        RoleChecks.unique(AccountRoles.of(account), after);
        AccountRoles.of(account).custom().put(after.id(), after);
        return answer(200, call, after);
    }

    Response delete(Call call) {
        CustomRole role = role(call);
        AccountRoles.of(call.account()).remove(role);
        return Response.noContent();
    }

    private static Response answer(int status, Call call, CustomRole role) {
        return Response.json(status, RoleViews.custom(role, call.request().origin()))
                .withEtag(role.entityTag());
    }

    private static CustomRole role(Call call) {
        return AccountRoles.of(call.account()).custom().find(call.path("id")).orElseThrow(() -> notFound(call));
    }

    private static Optional<Account> account(Call call) {
        return call.query("account_id").flatMap(call.directory()::account);
    }

    private static Refusal notFound(Call call) {
        return Refusal.notFound("Role", call.path("id")).code("role_not_found");
    }
}
