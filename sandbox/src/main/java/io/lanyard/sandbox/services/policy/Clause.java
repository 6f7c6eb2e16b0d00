// Room: sandbox / policy management. One attribute test, in the words of the v2 schema.
package io.lanyard.sandbox.services.policy;

import com.google.gson.JsonElement;

/** One test of a subject's or resource's attribute, or of a tag: {@code key operator value}. */
record Clause(String key, String operator, JsonElement value) {
    /** The value as text; the JSON itself when it is a list. */
    String text() {
        return value.isJsonPrimitive() ? value.getAsString() : value.toString();
    }

    boolean equalsText() {
        return operator.equals("stringEquals");
    }
}
