package io.lanyard.policy.decision;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.lanyard.policy.RoleId;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Decision: a role catalog in a table, by service. Immutable.
 *
 * <p>A role is found by the last part of its CRN, because IBM's pages give the same role under {@code iam} and under the service's
 * own name; and by its display name without blanks, because that is what tables of roles print ("Object Writer" is
 * {@code ObjectWriter}). A service that the table doesn't know has the platform's four roles.
 */
public final class RoleTable implements RoleCatalog {
    private static final List<String> PLATFORM = List.of("Viewer", "Operator", "Editor", "Administrator");
    private static final List<String> GENERIC = List.of("Reader", "Writer", "Manager");

    /** Names in CRNs that aren't the display name without blanks. */
    private static final Map<String, String> ALIASES = Map.of(
            "usagereportsviewer", "usagereportviewer",
            "templateassignmentadministrator", "assignmentadministrator");

    private record Entry(RoleId id, Set<String> actions) {}

    private final Map<String, Map<String, Entry>> services;
    private final Map<String, Entry> common;

    private RoleTable(Map<String, Map<String, Entry>> services, Map<String, Entry> common) {
        this.services = services;
        this.common = common;
    }

    /** {@return a table without roles} */
    public static RoleTable empty() {
        return new RoleTable(Map.of(), Map.of());
    }

    /**
     * Reads a table: per service the {@code platform} and {@code service} roles by display name, each with its actions. What all
     * services have in common becomes the rule for services that aren't in it.
     *
     * @param json the table
     * @return the catalog
     */
    public static RoleTable read(Reader json) {
        var services = new LinkedHashMap<String, Map<String, Entry>>();
        for (var service : JsonParser.parseReader(json).getAsJsonObject().entrySet()) {
            var roles = new LinkedHashMap<String, Entry>();
            var groups = service.getValue().getAsJsonObject();
            addAll(roles, groups, "platform", service.getKey());
            addAll(roles, groups, "service", service.getKey());
            services.put(service.getKey(), roles);
        }
        return new RoleTable(services, common(services.values()));
    }

    /**
     * Adds a role, as when an account makes a custom one, or puts it in the place of the one with the same name.
     *
     * @param serviceName the service it is for
     * @param role its CRN
     * @param actions its actions
     * @return the table with it
     */
    public RoleTable with(String serviceName, RoleId role, Set<String> actions) {
        var roles = new LinkedHashMap<>(services.getOrDefault(serviceName, common));
        roles.put(key(role.name()), new Entry(role, Set.copyOf(actions)));
        return replaced(serviceName, roles);
    }

    /**
     * Takes a role away.
     *
     * @param serviceName the service it is for
     * @param role its CRN
     * @return the table without it
     */
    public RoleTable without(String serviceName, RoleId role) {
        var roles = new LinkedHashMap<>(services.getOrDefault(serviceName, common));
        roles.remove(key(role.name()));
        return replaced(serviceName, roles);
    }

    private RoleTable replaced(String serviceName, Map<String, Entry> roles) {
        var more = new HashMap<>(services);
        more.put(serviceName, roles);
        return new RoleTable(more, common);
    }

    @Override
    public Set<String> actions(String serviceName, RoleId role) {
        var entry = services.getOrDefault(serviceName, common).get(key(role.name()));
        return entry == null ? Set.of() : entry.actions();
    }

    @Override
    public List<RoleId> roles(String serviceName) {
        return services.getOrDefault(serviceName, common).values().stream()
                .map(Entry::id)
                .toList();
    }

    /** {@return the services that the table knows} */
    public Set<String> services() {
        return Set.copyOf(services.keySet());
    }

    private static void addAll(Map<String, Entry> into, JsonObject groups, String group, String service) {
        var roles = groups.getAsJsonObject(group);
        if (roles == null) {
            return;
        }
        for (var role : roles.entrySet()) {
            var actions = new LinkedHashSet<String>();
            for (JsonElement action : role.getValue().getAsJsonArray()) {
                actions.add(action.getAsString());
            }
            var id = id(service, role.getKey());
            into.put(key(id.name()), new Entry(id, Set.copyOf(actions)));
        }
    }

    private static RoleId id(String service, String displayName) {
        if (PLATFORM.contains(displayName)) {
            return RoleId.platform(displayName);
        }
        if (GENERIC.contains(displayName)) {
            return RoleId.service(displayName);
        }
        var name = new StringBuilder();
        for (var word : displayName.split(" ", -1)) {
            name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return RoleId.service(service, name.toString());
    }

    private static String key(String roleName) {
        var key = roleName.toLowerCase(Locale.ROOT);
        return ALIASES.getOrDefault(key, key);
    }

    private static Map<String, Entry> common(Iterable<Map<String, Entry>> services) {
        var common = new LinkedHashMap<String, Entry>();
        for (var role : PLATFORM) {
            List<String> shared = new ArrayList<>();
            boolean first = true;
            for (var service : services) {
                var entry = service.get(key(role));
                if (entry == null) {
                    continue;
                }
                if (first) {
                    shared.addAll(entry.actions());
                    first = false;
                } else {
                    shared.retainAll(entry.actions());
                }
            }
            common.put(key(role), new Entry(RoleId.platform(role), Set.copyOf(shared)));
        }
        return common;
    }
}
