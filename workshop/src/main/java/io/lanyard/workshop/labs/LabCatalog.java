package io.lanyard.workshop.labs;

import io.lanyard.workshop.labs.external.ExternalIdentitiesLab;
import io.lanyard.workshop.labs.iam.IntegrateIamLab;
import io.lanyard.workshop.labs.targets.AuthorizeTargetsLab;
import java.util.List;
import java.util.Optional;

/** Labs: all labs, in the order in which a person takes them. */
public final class LabCatalog {
    private static final List<LabSource> ALL = List.of(
            ServiceIdLab::in,
            RegistryLab.SOURCE,
            IntegrateIamLab::in,
            AuthorizeTargetsLab::in,
            ExternalIdentitiesLab::in);

    private LabCatalog() {}

    /**
     * Lists the labs.
     *
     * @return all labs, easiest first
     */
    public static List<LabSource> all() {
        return ALL;
    }

    /**
     * Lists what a person types.
     *
     * @return the ids, easiest first
     */
    public static List<String> ids() {
        return ALL.stream().map(source -> source.outline().id()).toList();
    }

    /**
     * Finds a lab.
     *
     * @param id what a person typed
     * @return the lab, or empty if there is none of this name
     */
    public static Optional<LabSource> find(String id) {
        return ALL.stream().filter(source -> source.outline().id().equals(id)).findFirst();
    }
}
