package io.lanyard.core;

import java.util.List;
import java.util.Optional;

/**
 * Core: one page of a list.
 *
 * @param items what is on it
 * @param next the token that asks for the page after it, empty on the last
 * @param <T> what is on it
 */
public record Page<T>(List<T> items, Optional<String> next) {

    /** Keeps the list for itself. */
    public Page {
        items = List.copyOf(items);
    }
}
