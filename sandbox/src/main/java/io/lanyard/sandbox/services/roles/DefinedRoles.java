// Room: sandbox / roles. The roles that IBM Cloud's services define, from one bundled file.
package io.lanyard.sandbox.services.roles;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Knows which roles each service has, and what each permits there.
 *
 * <p>The file holds the services that this project plays with. A service outside it has the common roles, with the
 * actions that they carry everywhere, so that a policy for it can still be written.
 */
public final class DefinedRoles {
    private static final List<String> PLATFORM = List.of("Viewer", "Operator", "Editor", "Administrator");
    private static final Set<String> COMMON_SERVICE_ROLES = Set.of("Reader", "Writer", "Manager");

    private final Map<String, List<DefinedRole>> byService;
    private final List<DefinedRole> common;
    private final Map<String, Map<String, Set<String>>> actions = new HashMap<>();

    private DefinedRoles(Map<String, List<DefinedRole>> byService) {
        this.byService = byService;
        this.common = commonOf(byService);
        byService.forEach((service, roles) -> actions.put(service, byName(roles)));
        actions.put("", byName(common));
    }

    private static Map<String, Set<String>> byName(List<DefinedRole> roles) {
        return roles.stream().collect(Collectors.toMap(DefinedRole::name, role -> Set.copyOf(role.actions())));
    }

    private record FileEntry(
            String displayName, Map<String, List<String>> platform, Map<String, List<String>> service) {}

    /** Reads the bundled file. */
    public static DefinedRoles bundled() {
        return Bundled.ROLES;
    }

    /** The names of the services whose own roles are known, sorted. */
    public Set<String> services() {
        return byService.keySet();
    }

    /** The roles of a service; those that every service has when it is unknown. */
    public List<DefinedRole> of(String service) {
        return byService.getOrDefault(service, common);
    }

    /** The roles that every service has, with the actions that they carry everywhere. */
    public List<DefinedRole> common() {
        return common;
    }

    /**
     * Finds a role by the id in a policy.
     *
     * <p>IBM's own pages write the same role as {@code iam::::serviceRole:Reader} and as
     * {@code container-registry::::serviceRole:Reader}: the service and the id's last part decide
     * (policy-evaluation.md §7).
     */
    public Optional<DefinedRole> find(String service, String roleId) {
        var name = nameIn(roleId, service);
        return of(service).stream().filter(role -> role.name().equals(name)).findFirst();
    }

    /** What a role permits on a service, nothing when the service doesn't know the role; made for many calls. */
    Set<String> actions(String service, String roleId) {
        return actions.getOrDefault(byService.containsKey(service) ? service : "", Map.of())
                .getOrDefault(nameIn(roleId, service), Set.of());
    }

    /** The name in a role's id, empty when it is no role of the service's; decisions ask, and so it is no {@code Crn}. */
    private static String nameIn(String roleId, String service) {
        String[] parts = roleId.split(":", 10);
        var named = parts.length == 10 && (parts[4].equals("iam") || parts[4].equals(service));
        return named ? parts[9] : "";
    }

    /** Every action that some role of the service permits. */
    public Set<String> actionsOf(String service) {
        Set<String> actions = new LinkedHashSet<>();
        of(service).forEach(role -> actions.addAll(role.actions()));
        return actions;
    }

    private static List<DefinedRole> commonOf(Map<String, List<DefinedRole>> byService) {
        List<DefinedRole> roles = new ArrayList<>();
        for (String name : PLATFORM) {
            roles.add(DefinedRole.platform(name, sharedActions(byService, name)));
        }
        for (String name : List.of("Reader", "Writer", "Manager")) {
            roles.add(DefinedRole.service("iam", name, sharedActions(byService, name)));
        }
        return List.copyOf(roles);
    }

    private static List<String> sharedActions(Map<String, List<DefinedRole>> byService, String name) {
        Set<String> shared = new LinkedHashSet<>();
        boolean first = true;
        for (List<DefinedRole> roles : byService.values()) {
            for (DefinedRole role : roles) {
                boolean counts = role.name().equals(name)
                        && (role.platform()
                                || (COMMON_SERVICE_ROLES.contains(name)
                                        && role.actions().size() > 3));
                if (counts && first) {
                    shared.addAll(role.actions());
                    first = false;
                } else if (counts) {
                    shared.retainAll(role.actions());
                }
            }
        }
        return List.copyOf(shared);
    }

    private static final class Bundled {
        static final DefinedRoles ROLES = read();

        private static DefinedRoles read() {
            try (var stream = Objects.requireNonNull(DefinedRoles.class.getResourceAsStream("roles.json"));
                    var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
                Map<String, FileEntry> file =
                        new Gson().fromJson(reader, new TypeToken<Map<String, FileEntry>>() {}.getType());
                Map<String, List<DefinedRole>> byService = new TreeMap<>();
                file.forEach((service, entry) -> byService.put(service, rolesOf(service, entry)));
                byService.values().removeIf(List::isEmpty);
                return new DefinedRoles(byService);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static List<DefinedRole> rolesOf(String service, FileEntry entry) {
            List<DefinedRole> roles = new ArrayList<>();
            for (String name : PLATFORM) {
                if (entry.platform().containsKey(name)) {
                    roles.add(DefinedRole.platform(name, entry.platform().get(name)));
                }
            }
            entry.service().forEach((name, actions) -> roles.add(DefinedRole.service(service, name, actions)));
            return List.copyOf(roles);
        }
    }
}
