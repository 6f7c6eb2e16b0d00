// Room: sandbox / tests. Somebody with a token, who talks to the control APIs.
package io.lanyard.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Arrays;

/**
 * A caller in a test.
 *
 * @param sandbox where
 * @param iamId who
 * @param token the access token
 */
public record Actor(Sandbox sandbox, String iamId, String token) {
    /** Logs in as the owner of an account. */
    public static Actor owner(Sandbox sandbox, SandboxAccount account) {
        return new Actor(
                sandbox,
                account.owner().value(),
                Http.token(sandbox, account.ownerKey().reveal()));
    }

    /** Logs in as a member of an account, by place. */
    public static Actor member(Sandbox sandbox, SandboxAccount account, int place) {
        var member = account.members().get(place);
        return new Actor(
                sandbox,
                member.iamId().value(),
                Http.token(sandbox, member.key().reveal()));
    }

    /** Logs in with a key. */
    public static Actor withKey(Sandbox sandbox, String iamId, String key) {
        return new Actor(sandbox, iamId, Http.token(sandbox, key));
    }

    /** Gets a path. */
    public Http.Answer get(String path) {
        return send("GET", path, "");
    }

    /** Posts JSON to a path. */
    public Http.Answer post(String path, Object body, String... headers) {
        return send("POST", path, String.valueOf(body), headers);
    }

    /** Puts JSON with If-Match; none is sent when {@code etag} is empty. */
    public Http.Answer put(String path, String etag, Object body) {
        return etag.isEmpty()
                ? send("PUT", path, String.valueOf(body))
                : send("PUT", path, String.valueOf(body), "If-Match", etag);
    }

    /** Deletes a path. */
    public Http.Answer delete(String path) {
        return send("DELETE", path, "");
    }

    /** Sends anything; JSON when there is a body. */
    public Http.Answer send(String method, String path, String body, String... headers) {
        String url = path.startsWith("http") ? path : sandbox.url() + path;
        String[] all = Arrays.copyOf(headers, headers.length + (body.isEmpty() ? 2 : 4));
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + token;
        if (!body.isEmpty()) {
            all[headers.length + 2] = "Content-Type";
            all[headers.length + 3] = "application/json";
        }
        return Http.send(method, url, body, all);
    }

    /** Makes an object of names and values in turn: text, numbers, booleans, arrays, objects. */
    public static JsonObject json(Object... namesAndValues) {
        var json = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String name = String.valueOf(namesAndValues[i]);
            Object value = namesAndValues[i + 1];
            if (value instanceof Boolean flag) {
                json.addProperty(name, flag);
            } else if (value instanceof Number number) {
                json.addProperty(name, number);
            } else if (value instanceof com.google.gson.JsonElement element) {
                json.add(name, element);
            } else {
                json.add(name, new JsonPrimitive(String.valueOf(value)));
            }
        }
        return json;
    }

    /** Makes an array. */
    public static JsonArray array(Object... values) {
        var array = new JsonArray();
        for (Object value : values) {
            if (value instanceof com.google.gson.JsonElement element) {
                array.add(element);
            } else {
                array.add(String.valueOf(value));
            }
        }
        return array;
    }

    /** Reads a text of an answer. */
    public static String text(Http.Answer answer, String field) {
        return answer.json().get(field).getAsString();
    }

    /** Reads the code of the first error of an answer. */
    public static String code(Http.Answer answer) {
        return error(answer).get("code").getAsString();
    }

    /** Reads the first error of an answer. */
    public static JsonObject error(Http.Answer answer) {
        return answer.json().getAsJsonArray("errors").get(0).getAsJsonObject();
    }
}
