package io.lanyard.registry;

import com.google.gson.reflect.TypeToken;
import io.lanyard.core.call.Answer;
import io.lanyard.core.json.Json;
import java.io.IOException;

/**
 * Registry: the namespace that exists now, and whether it did before.
 *
 * @param name    its name
 * @param existed true when the account had it already (the service answered 200, not 201)
 */
public record CreatedNamespace(String name, boolean existed) {

    static CreatedNamespace read(Answer answer) throws IOException {
        var body = Json.read(answer.reader(), TypeToken.get(Body.class));
        return new CreatedNamespace(body.namespace(), answer.status() != 201);
    }

    private record Body(String namespace) {}
}
