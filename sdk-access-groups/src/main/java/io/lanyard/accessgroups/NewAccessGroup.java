package io.lanyard.accessgroups;

import org.jspecify.annotations.Nullable;

/** Access groups: the optional part of a group that shall be created. */
@SuppressWarnings({"unused", "FieldCanBeLocal"}) // read by Gson
public final class NewAccessGroup {

    private final String name;
    private @Nullable String description;

    NewAccessGroup(String name) {
        this.name = name;
    }

    /**
     * Describes it.
     *
     * @param text what it is for
     * @return this
     */
    public NewAccessGroup description(String text) {
        description = text;
        return this;
    }
}
