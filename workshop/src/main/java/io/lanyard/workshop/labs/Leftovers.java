package io.lanyard.workshop.labs;

import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyClient;
import io.lanyard.policy.PolicyId;
import io.lanyard.workshop.engine.CleanUp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Labs: what the registry lab leaves beside its service ID, and how to remove it. What was there before is not touched. */
final class Leftovers {
    private final LabEnvironment environment;
    private final RegistryState state;
    private final Set<Places.Namespace> namespacesBefore = new HashSet<>();
    private final Set<PolicyId> policiesBefore = new HashSet<>();
    private boolean looked;
    private Optional<Path> folder = Optional.empty();

    Leftovers(LabEnvironment environment, RegistryState state) {
        this.environment = environment;
        this.state = state;
    }

    void lookAround() {
        Places.ALL.stream().filter(state::hasNamespace).forEach(namespacesBefore::add);
        policiesBefore.addAll(state.policies().stream().map(Policy::id).collect(Collectors.toSet()));
        looked = true;
    }

    /** A folder for the image; made when first asked for. */
    Path folder() {
        if (folder.isEmpty()) {
            try {
                folder = Optional.of(Files.createTempDirectory("lanyard-image-"));
            } catch (IOException e) {
                throw new UncheckedIOException("no folder for the image; is the disk full?", e);
            }
        }
        return folder.get();
    }

    CleanUp<?> policies() {
        return new CleanUp<>(
                "policy",
                this::ourPolicies,
                id -> new PolicyClient(environment.cloud()).policies().delete(id));
    }

    CleanUp<?> namespaces() {
        return new CleanUp<>(
                "namespace",
                this::ourNamespaces,
                place -> state.registry(place.region()).namespaces().delete(place.name()));
    }

    CleanUp<?> layout() {
        return new CleanUp<>("image folder", this::ourFolder, Leftovers::remove);
    }

    private List<PolicyId> ourPolicies() {
        if (!looked) {
            return List.of();
        }
        return state.policies().stream()
                .filter(policy -> policy.description().orElse("").startsWith(Places.MARK))
                .map(Policy::id)
                .filter(id -> !policiesBefore.contains(id))
                .toList();
    }

    private List<Places.Namespace> ourNamespaces() {
        if (!looked) {
            return List.of();
        }
        return Places.ALL.stream()
                .filter(place -> !namespacesBefore.contains(place))
                .filter(state::hasNamespace)
                .toList();
    }

    private List<Path> ourFolder() {
        return folder.filter(Files::exists).map(List::of).orElse(List.of());
    }

    private static void remove(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
