// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Request headers, looked up without regard to case. */
public interface Headers {
    /** Returns the values of a header in the order they came; empty when absent. */
    List<String> all(String name);

    /** Returns the names of the headers that were sent. */
    Collection<String> names();

    /** Returns the first value of a header. */
    default Optional<String> first(String name) {
        var values = all(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }
}
