package io.lanyard.policy.wire;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.lanyard.policy.Policy;
import java.util.Optional;

/** Policy wire: policies that were not understood are kept, and written, as they came. */
final class Odd {

    private Odd() {}

    static Policy whole(Policy read, Node node) {
        return new Policy(
                read.id(),
                read.grant(),
                read.state(),
                read.roleDetails(),
                read.href(),
                read.createdAt(),
                read.createdById(),
                read.lastModifiedAt(),
                read.lastModifiedById(),
                read.lastPermitAt(),
                read.lastPermitFrequency(),
                read.template(),
                Optional.of(node.toString()));
    }

    static JsonObject asItCame(Policy policy) {
        var json = JsonParser.parseString(policy.unknown().orElse("{}"));
        return json.isJsonObject() ? json.getAsJsonObject() : new JsonObject();
    }
}
