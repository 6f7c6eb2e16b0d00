package io.lanyard.core.call;

import java.io.IOException;

/**
 * Core, call: turns an answer into what the caller wants.
 *
 * @param <T> what that is
 */
@FunctionalInterface
public interface Decoder<T> {

    /**
     * Reads the answer.
     *
     * @param answer a success
     * @return the result
     * @throws IOException when reading fails
     */
    T decode(Answer answer) throws IOException;
}
