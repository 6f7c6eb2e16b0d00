// Room: sandbox / policy management. Reading a JSON body field by field, naming what is wrong by its path.
package io.lanyard.sandbox.services.policy;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.services.roles.AccessRefusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One object of a request body, with the path that leads to it.
 *
 * @param path where it stands, empty for the body itself
 */
record Fields(JsonObject json, String path) {
    static final int LONGEST_VALUE = 1_000;

    boolean has(String name) {
        return json.has(name) && !json.get(name).isJsonNull();
    }

    String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    JsonElement raw(String name) {
        return has(name) ? json.get(name) : JsonNull.INSTANCE;
    }

    /** A text that must be there, of 1 to 1000 characters. */
    String text(String name) {
        String text = optionalText(name).orElseThrow(() -> missing(name));
        if (text.isEmpty() || text.length() > LONGEST_VALUE) {
            throw AccessRefusals.invalidBody(
                    at(name), "'" + at(name) + "' must have 1 to " + LONGEST_VALUE + " characters.");
        }
        return text;
    }

    Optional<String> optionalText(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonElement value = json.get(name);
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
            throw AccessRefusals.invalidBody(at(name), "'" + at(name) + "' must be a text.");
        }
        return Optional.of(value.getAsString());
    }

    Fields object(String name) {
        if (!has(name)) {
            throw missing(name);
        }
        return asObject(json.get(name), at(name));
    }

    /** The members of an array of objects; none when the field is absent. */
    List<Fields> objects(String name) {
        if (!has(name)) {
            return List.of();
        }
        if (!json.get(name).isJsonArray()) {
            throw AccessRefusals.invalidBody(at(name), "'" + at(name) + "' must be a list.");
        }
        List<Fields> members = new ArrayList<>();
        for (JsonElement member : json.getAsJsonArray(name)) {
            members.add(asObject(member, at(name) + "[" + members.size() + "]"));
        }
        return members;
    }

    /** As {@link #objects}, with at least one member. */
    List<Fields> someObjects(String name) {
        List<Fields> members = objects(name);
        if (members.isEmpty()) {
            throw missing(name);
        }
        return members;
    }

    /** The one member of an array that may hold only one, as a policy's subjects and resources do. */
    Fields onlyObject(String name) {
        List<Fields> members = someObjects(name);
        if (members.size() > 1) {
            throw AccessRefusals.invalidBody(at(name), "'" + at(name) + "' must have exactly one member.");
        }
        return members.get(0);
    }

    private io.lanyard.sandbox.kernel.Refusal missing(String name) {
        return AccessRefusals.invalidBody(at(name), "'" + at(name) + "' is missing.");
    }

    private static Fields asObject(JsonElement json, String path) {
        if (!json.isJsonObject()) {
            throw AccessRefusals.invalidBody(path, "'" + path + "' must be an object.");
        }
        return new Fields(json.getAsJsonObject(), path);
    }
}
