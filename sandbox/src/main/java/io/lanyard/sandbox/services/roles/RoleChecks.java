// Room: sandbox / roles. What a custom role may be (policy-evaluation.md §8).
package io.lanyard.sandbox.services.roles;

import io.lanyard.sandbox.kernel.JsonBody;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks names, actions and conflicts of custom roles. */
final class RoleChecks {
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]{0,29}");
    private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");
    private static final int LONGEST_DISPLAY_NAME = 50;

    private RoleChecks() {}

    static void name(JsonBody body) {
        if (!NAME.matcher(body.text("name")).matches()) {
            throw AccessRefusals.invalidBody(
                    "name", "'name' must start with a capital letter and hold letters and digits only, at most 30.");
        }
    }

    static void body(JsonBody body) {
        String displayName = body.text("display_name");
        if (displayName.isBlank() || displayName.length() > LONGEST_DISPLAY_NAME) {
            throw AccessRefusals.invalidBody(
                    "display_name", "'display_name' must have 1 to " + LONGEST_DISPLAY_NAME + " characters.");
        }
        List<String> actions = body.texts("actions");
        if (actions.isEmpty()) {
            throw AccessRefusals.invalidBody("actions", "'actions' must have at least one member.");
        }
        for (String action : actions) {
            if (!ACTION.matcher(action).matches()) {
                throw AccessRefusals.invalidBody("actions", "'" + Words.shown(action) + "' isn't an action.");
            }
        }
    }

    /** Refuses actions that the service doesn't have, and roles of platform actions alone. */
    static void actions(String service, List<String> actions) {
        DefinedRoles defined = DefinedRoles.bundled();
        if (defined.services().contains(service)) {
            Set<String> known = defined.actionsOf(service);
            actions.stream()
                    .filter(action -> !known.contains(action))
                    .findFirst()
                    .ifPresent(action -> {
                        throw unknownAction(service, action, known);
                    });
        }
        if (actions.stream().noneMatch(action -> action.startsWith(service + ".") || child(service, action))) {
            throw AccessRefusals.invalidBody(
                    "actions", "At least one action must be one that " + service + " itself defines.");
        }
    }

    private static boolean child(String service, String action) {
        return service.contains(".") && action.startsWith(service.substring(0, service.indexOf('.') + 1));
    }

    private static Refusal unknownAction(String service, String action, Set<String> known) {
        String hint = Words.closest(action, known)
                .map(close -> " Did you mean " + close + "?")
                .orElse("");
        return AccessRefusals.invalidBody(
                "actions", "The action '" + Words.shown(action) + "' doesn't exist for " + service + "." + hint);
    }

    /** Refuses a name, a display name or a set of actions that another role has. */
    static void unique(AccountRoles roles, CustomRole role) {
        for (CustomRole other : roles.custom().stream().toList()) {
            if (other.id().equals(role.id())) {
                continue;
            }
            if (other.name().equals(role.name())) {
                throw conflict("A role with the name '" + role.name() + "' already exists in the account.");
            }
            if (other.displayName().equals(role.displayName())) {
                throw conflict("A role with the display name '" + role.displayName() + "' already exists.");
            }
            if (other.serviceName().equals(role.serviceName()) && same(other.actions(), role.actions())) {
                throw conflict("The role '" + other.displayName() + "' already has exactly these actions.");
            }
        }
        for (DefinedRole other : DefinedRoles.bundled().of(role.serviceName())) {
            if (other.displayName().equals(role.displayName())) {
                throw conflict("The service already has a role with the display name '" + role.displayName() + "'.");
            }
            if (same(other.actions(), role.actions())) {
                throw conflict("The role '" + other.displayName() + "' already has exactly these actions.");
            }
        }
    }

    private static boolean same(List<String> some, List<String> others) {
        return new HashSet<>(some).equals(new HashSet<>(others));
    }

    private static Refusal conflict(String message) {
        return Refusal.of(Problem.CONFLICT, message).code("role_conflict_error");
    }
}
