// Room: sandbox / streams.
package io.lanyard.sandbox.services.streams;

import java.util.Map;
import java.util.Optional;

/** How many bytes a second users of a broker may write and read: by IAM id, or {@code default} for those without a rate of their own. */
public interface ByteRates {
    /** The name for everybody else. */
    String DEFAULT = "default";

    /** Returns all that are set. */
    Map<String, Rate> all() throws BrokerException;

    /** Sets what is there of a rate, and leaves the rest as it is. */
    void set(String entity, Rate rate) throws BrokerException;

    /** Removes both. */
    void remove(String entity) throws BrokerException;

    /**
     * Rates.
     *
     * @param producer bytes a second written
     * @param consumer bytes a second read
     */
    record Rate(Optional<Long> producer, Optional<Long> consumer) {}
}
