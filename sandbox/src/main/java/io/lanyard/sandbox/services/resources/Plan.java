// Room: sandbox / resources. The part of the catalog that the sandbox has.
package io.lanyard.sandbox.services.resources;

import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Words;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A plan of a service. The ids of Object Storage's and Key Protect's are IBM's; those that IBM's pages don't print are ours and
 * read {@code messagehub-standard}; so may all others be written.
 *
 * @param id the id in the catalog
 * @param name what people call it
 * @param lite whether it is free, one of a kind in an account, and gone at once when it is deleted
 * @param service the service's name in CRNs and policies
 * @param serviceId the service's id in the catalog
 */
public record Plan(String id, String name, boolean lite, String service, String serviceId) {
    private static final String STORAGE = "dff97f5c-bc5e-4455-b470-411c3edbe49c";
    private static final String KEYS = "ee41347f-b18e-4ca6-bf80-b5467c63f9a6";
    private static final Set<String> REGIONS = Set.of(
            "us-south",
            "us-east",
            "ca-tor",
            "ca-mon",
            "br-sao",
            "eu-de",
            "eu-gb",
            "eu-es",
            "jp-tok",
            "jp-osa",
            "au-syd",
            "in-che",
            "in-mum");
    private static final List<Plan> ALL = List.of(
            new Plan("2fdf0c08-2d32-4f46-84b5-32e0c92fffd8", "lite", true, "cloud-object-storage", STORAGE),
            new Plan("744bfc56-d12c-4866-88d5-dac9139e0e5d", "standard", false, "cloud-object-storage", STORAGE),
            ours("messagehub", "lite"),
            ours("messagehub", "standard"),
            ours("messagehub", "enterprise"),
            ours("logs", "standard"),
            new Plan("eedd3585-90c6-4c8f-be3d-062069e99fc3", "tiered-pricing", false, "kms", KEYS));

    private static Plan ours(String service, String name) {
        return new Plan(service + "-" + name, name, name.equals("lite"), service, service);
    }

    /** Finds a plan by its id, or by service and name with a hyphen between them. */
    static Plan of(String id) {
        return ALL.stream()
                .filter(plan -> plan.id.equals(id) || plan.readable().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                                Problem.NOT_FOUND,
                                "The catalog has no plan '" + Words.shown(id) + "'. The sandbox knows "
                                        + ALL.stream()
                                                .flatMap(plan -> Stream.of(plan.readable()))
                                                .collect(Collectors.joining(", "))
                                        + ".")
                        .about("resource_plan_id"));
    }

    private String readable() {
        return service + "-" + name;
    }

    /** Refuses a place that the plan isn't offered in. */
    void offeredIn(String place) {
        boolean global = service.equals("cloud-object-storage");
        if (global ? !place.equals("global") : !REGIONS.contains(place)) {
            throw Refusal.of(
                            Problem.INVALID,
                            "The plan '" + readable() + "' isn't offered in '" + Words.shown(place) + "', but in "
                                    + (global
                                            ? "global"
                                            : REGIONS.stream().sorted().collect(Collectors.joining(", ")))
                                    + ".")
                    .about("target");
        }
    }
}
