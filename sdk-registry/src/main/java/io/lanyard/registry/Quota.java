package io.lanyard.registry;

import java.util.Optional;

/**
 * Registry: how much an account may store and pull in one region, and how much it does.
 *
 * @param limit what is allowed
 * @param usage what is used, in the current billing month
 */
public record Quota(Optional<Amount> limit, Optional<Amount> usage) {

    /**
     * An amount of both kinds.
     *
     * @param storageBytes bytes stored; -1 is unlimited
     * @param trafficBytes bytes pulled over the public network in a month; -1 is unlimited
     */
    public record Amount(Optional<Long> storageBytes, Optional<Long> trafficBytes) {}
}
