package io.lanyard.policy.decision;

import org.jspecify.annotations.Nullable;

/**
 * Decision: what a condition's key points at: <code>{{resource.attributes.path}}</code> or
 * <code>{{environment.attributes.delimiter}}</code>. Anything else is never there.
 *
 * @param source where to look
 * @param name the attribute's name there
 * @param slot its place in a request, -1 when it has none
 */
record Reference(Source source, String name, int slot) {
    private static final String RESOURCE = "{{resource.attributes.";
    private static final String ENVIRONMENT = "{{environment.attributes.";
    private static final String END = "}}";

    /** Decision: where a condition looks. */
    enum Source {
        /** At the resource. */
        RESOURCE,
        /** At the surroundings. */
        ENVIRONMENT,
        /** Nowhere: the key has a form that we don't know. */
        NOWHERE
    }

    static Reference of(String key) {
        if (key.endsWith(END) && key.startsWith(RESOURCE)) {
            var name = key.substring(RESOURCE.length(), key.length() - END.length());
            return new Reference(Source.RESOURCE, name, Slots.of(name));
        }
        if (key.endsWith(END) && key.startsWith(ENVIRONMENT)) {
            return new Reference(
                    Source.ENVIRONMENT, key.substring(ENVIRONMENT.length(), key.length() - END.length()), -1);
        }
        return new Reference(Source.NOWHERE, key, -1);
    }

    @Nullable String observed(Request request) {
        return switch (source) {
            case RESOURCE -> request.value(slot, name);
            case ENVIRONMENT -> request.environment().get(name);
            case NOWHERE -> null;
        };
    }
}
