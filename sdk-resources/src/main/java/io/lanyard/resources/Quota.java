package io.lanyard.resources;

import com.google.gson.annotations.SerializedName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Resources: how much an account may use.
 *
 * @param id                                its id
 * @param name                              its name
 * @param type                              which kind of account it is for
 * @param numberOfApps                      how many applications
 * @param numberOfServiceInstances          how many service instances
 * @param defaultNumberOfInstancesPerLitePlan how many instances of each free plan
 * @param instancesPerApp                   how many instances of an application
 * @param instanceMemory                    how much memory one of those
 * @param totalAppMemory                    how much memory all of those
 * @param vsiLimit                          how many virtual servers
 * @param resourceQuotas                    limits of single services
 * @param createdAt                         when it was made
 * @param updatedAt                         when it was last changed
 */
public record Quota(
        QuotaId id,
        Optional<String> name,
        Optional<String> type,
        Optional<Double> numberOfApps,
        Optional<Double> numberOfServiceInstances,
        Optional<Double> defaultNumberOfInstancesPerLitePlan,
        Optional<Double> instancesPerApp,
        Optional<String> instanceMemory,
        Optional<String> totalAppMemory,
        Optional<Double> vsiLimit,
        List<OfService> resourceQuotas,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt) {

    /**
     * Resources: how many instances of one service an account may have.
     *
     * @param id         the limit's own id
     * @param resourceId the service's id in the catalog
     * @param crn        the service's CRN
     * @param limit      how many
     */
    public record OfService(
            @SerializedName("_id") Optional<String> id,
            Optional<String> resourceId,
            Optional<String> crn,
            Optional<Double> limit) {}
}
