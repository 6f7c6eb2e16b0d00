package io.lanyard.workshop.labs;

import io.lanyard.workshop.engine.Explanation;
import java.util.Optional;

/**
 * Labs: what became of the events for one target.
 *
 * @param delivered how many arrived
 * @param lost how many did not, and will not
 * @param why why one last did not; empty when all did, or for another reason than access
 */
public record Delivery(long delivered, long lost, Optional<Explanation> why) {}
