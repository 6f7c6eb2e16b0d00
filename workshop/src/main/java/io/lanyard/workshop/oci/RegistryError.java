package io.lanyard.workshop.oci;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import org.jspecify.annotations.Nullable;

/**
 * Registry client: what an error body says, in one of the two shapes that a registry's host answers with: that of the distribution
 * specification ({@code errors[0].code}), and that of IBM's token service ({@code errorCode}).
 */
record RegistryError(String code, String message) {
    static final String UNKNOWN = "";

    static RegistryError read(String body, int status) {
        try {
            if (JsonParser.parseString(body) instanceof JsonObject object) {
                if (object.has("errors") && !object.getAsJsonArray("errors").isEmpty()) {
                    var first = object.getAsJsonArray("errors").get(0).getAsJsonObject();
                    return new RegistryError(text(first.get("code")), text(first.get("message")));
                }
                if (object.has("errorCode")) {
                    return new RegistryError(text(object.get("errorCode")), text(object.get("errorMessage")));
                }
            }
        } catch (JsonParseException | IllegalStateException e) {
            return new RegistryError(UNKNOWN, silent(status));
        }
        return new RegistryError(UNKNOWN, silent(status));
    }

    private static String silent(int status) {
        if (status == 429) {
            return "the registry is asked too often; wait a minute and try again";
        }
        return status >= 500
                ? "the registry failed and gave no reason; try again in a minute"
                : "the registry gave no reason";
    }

    private static String text(@Nullable JsonElement element) {
        return element == null || element.isJsonNull() ? "" : element.getAsString();
    }
}
