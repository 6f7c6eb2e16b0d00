// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * A body that was checked against the route's {@link BodyShape}.
 *
 * @param tree the whole body
 */
public record JsonBody(JsonObject tree) {
    /** Tells whether the field was sent, be it null. */
    public boolean has(String name) {
        return tree.has(name);
    }

    /** Returns the text of a field that the shape requires. */
    public String text(String name) {
        return tree.get(name).getAsString();
    }

    /** Returns the text of a field that may be absent. */
    public Optional<String> maybeText(String name) {
        return maybe(name).map(JsonElement::getAsString);
    }

    /** Returns whether the field is true; {@code otherwise} when absent. */
    public boolean flag(String name, boolean otherwise) {
        return maybe(name).map(JsonElement::getAsBoolean).orElse(otherwise);
    }

    /** Returns a whole number that may be absent. */
    public Optional<Long> number(String name) {
        return maybe(name).map(JsonElement::getAsLong);
    }

    /** Returns a list of texts; empty when absent. */
    public List<String> texts(String name) {
        return maybe(name)
                .map(list -> list.getAsJsonArray().asList().stream()
                        .map(JsonElement::getAsString)
                        .toList())
                .orElse(List.of());
    }

    /** Returns an object that may be absent. */
    public Optional<JsonBody> object(String name) {
        return maybe(name).map(value -> new JsonBody(value.getAsJsonObject()));
    }

    /** Returns any value; empty when absent or null. */
    public Optional<JsonElement> maybe(String name) {
        return Optional.ofNullable(tree.get(name)).filter(value -> !value.isJsonNull());
    }

    /** Reads the whole body as a type. */
    public <T> T as(Class<T> type) {
        return WireJson.read(tree, type);
    }
}
