// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry;

import java.util.Optional;

/**
 * How one account has set up one region's registry.
 *
 * @param iamAuthz whether IAM policies are enforced; once on, never off again
 * @param privateOnly whether requests over the public network are refused
 * @param platformMetrics whether metrics are published
 * @param plan Free or Standard
 * @param storageMegabytes the storage quota the account set for itself, where it did
 * @param trafficMegabytes the pull traffic quota the account set for itself, where it did
 */
public record RegionSettings(
        boolean iamAuthz,
        boolean privateOnly,
        boolean platformMetrics,
        Plan plan,
        Optional<Long> storageMegabytes,
        Optional<Long> trafficMegabytes) {

    /** How a megabyte is meant: IBM's own test sets 500 and reads 524288000. */
    public static final long MEGABYTE = 1_048_576;

    /** The word for no limit. */
    public static final long UNLIMITED = -1;

    /** A plan and what it allows (IBM: registry_quota). */
    public enum Plan {
        /** Nothing to pay, little to have. */
        FREE("Free", 512, 5_120),
        /** Paid by use. */
        STANDARD("Standard", UNLIMITED, UNLIMITED);

        private final String wireName;
        private final long storageMegabytes;
        private final long trafficMegabytes;

        Plan(String wireName, long storageMegabytes, long trafficMegabytes) {
            this.wireName = wireName;
            this.storageMegabytes = storageMegabytes;
            this.trafficMegabytes = trafficMegabytes;
        }

        /** Finds a plan by its name. */
        public static Optional<Plan> of(String name) {
            return java.util.Arrays.stream(values())
                    .filter(plan -> plan.wireName.equalsIgnoreCase(name))
                    .findFirst();
        }

        /** Returns its name on the wire. */
        public String wireName() {
            return wireName;
        }

        /** Returns the most megabytes of storage a quota may name, or -1. */
        public long storageMegabytes() {
            return storageMegabytes;
        }

        /** Returns the most megabytes of pull traffic a month a quota may name, or -1. */
        public long trafficMegabytes() {
            return trafficMegabytes;
        }
    }

    /** Returns what an account starts with. */
    public static RegionSettings initial(boolean iamAuthz) {
        return new RegionSettings(iamAuthz, false, false, Plan.FREE, Optional.empty(), Optional.empty());
    }

    /** Returns the same with other authorization options. */
    public RegionSettings withAuth(boolean enforce, boolean privately) {
        return new RegionSettings(enforce, privately, platformMetrics, plan, storageMegabytes, trafficMegabytes);
    }

    /** Returns the same with metrics on or off. */
    public RegionSettings withMetrics(boolean on) {
        return new RegionSettings(iamAuthz, privateOnly, on, plan, storageMegabytes, trafficMegabytes);
    }

    /** Returns the same on another plan, with that plan's limits. */
    public RegionSettings withPlan(Plan other) {
        return new RegionSettings(iamAuthz, privateOnly, platformMetrics, other, Optional.empty(), Optional.empty());
    }

    /** Returns the same with other quotas. */
    public RegionSettings withQuota(Optional<Long> storage, Optional<Long> traffic) {
        return new RegionSettings(iamAuthz, privateOnly, platformMetrics, plan, storage, traffic);
    }

    /** Returns the bytes its images may take, or -1. */
    public long storageLimit() {
        return bytes(storageMegabytes.orElse(plan.storageMegabytes));
    }

    /** Returns the bytes that may be pulled in a month, or -1. */
    public long trafficLimit() {
        return bytes(trafficMegabytes.orElse(plan.trafficMegabytes));
    }

    private static long bytes(long megabytes) {
        return megabytes == UNLIMITED ? UNLIMITED : megabytes * MEGABYTE;
    }
}
