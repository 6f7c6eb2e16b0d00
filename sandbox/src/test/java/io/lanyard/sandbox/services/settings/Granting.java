// Room: sandbox / settings, tests. Giving somebody a role the way an administrator does.
package io.lanyard.sandbox.services.settings;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.json;

import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.SandboxAccount;
import java.util.Map;

/** Creates policies on whole services. */
final class Granting {
    private static final Map<String, String> CREATORS = Map.of(
            "Service ID creator", "crn:v1:bluemix:public:iam-identity::::serviceRole:ServiceIdCreator",
            "User API key creator", "crn:v1:bluemix:public:iam-identity::::serviceRole:UserApiKeyCreator");

    private Granting() {}

    static void of(Actor by, SandboxAccount account, String iamId, String service, String role) {
        var roleId = CREATORS.getOrDefault(role, "crn:v1:bluemix:public:iam::::role:" + role);
        var answer = by.post(
                "/v2/policies",
                json(
                        "type", "access",
                        "subject", json("attributes", array(attribute("iam_id", iamId))),
                        "control", json("grant", json("roles", array(json("role_id", roleId)))),
                        "resource",
                                json(
                                        "attributes",
                                        array(
                                                attribute(
                                                        "accountId",
                                                        account.id().value()),
                                                attribute("serviceName", service)))));
        if (answer.status() != 201) {
            throw new AssertionError(answer.text());
        }
    }

    private static com.google.gson.JsonObject attribute(String key, String value) {
        return json("key", key, "operator", "stringEquals", "value", value);
    }
}
