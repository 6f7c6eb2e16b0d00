// Room: sandbox / policy management, tests. Policy bodies as clients write them.
package io.lanyard.sandbox.services.policy;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** Makes bodies in both schemas; attributes are names and values in turn. */
final class Bodies {
    static final String READER = "crn:v1:bluemix:public:iam::::serviceRole:Reader";
    static final String WRITER = "crn:v1:bluemix:public:iam::::serviceRole:Writer";
    static final String VIEWER = "crn:v1:bluemix:public:iam::::role:Viewer";
    static final String EDITOR = "crn:v1:bluemix:public:iam::::role:Editor";
    static final String ADMINISTRATOR = "crn:v1:bluemix:public:iam::::role:Administrator";

    private Bodies() {}

    static JsonObject v1(String iamId, String role, String... resource) {
        return json(
                "type", "access",
                "subjects", array(json("attributes", attributes("name", "iam_id", iamId))),
                "roles", array(json("role_id", role)),
                "resources", array(json("attributes", attributes("name", resource))));
    }

    static JsonObject v2(String iamId, String role, String... resource) {
        return json(
                "type", "access",
                "subject", json("attributes", attributes("key", "iam_id", iamId)),
                "control", json("grant", json("roles", array(json("role_id", role)))),
                "resource", json("attributes", attributes("key", resource)));
    }

    static JsonObject weekly(JsonObject v2) {
        JsonObject body = v2.deepCopy();
        body.addProperty("pattern", "time-based-conditions:weekly:custom-hours");
        body.add(
                "rule",
                json(
                        "operator",
                        "and",
                        "conditions",
                        array(
                                condition("day_of_week", "dayOfWeekAnyOf", array("1+00:00", "2+00:00")),
                                condition("current_time", "timeGreaterThanOrEquals", "09:00:00+00:00"),
                                condition("current_time", "timeLessThanOrEquals", "17:00:00+00:00"))));
        return body;
    }

    static JsonObject condition(String attribute, String operator, Object value) {
        return json("key", "{{environment.attributes." + attribute + "}}", "operator", operator, "value", value);
    }

    static JsonArray attributes(String key, String... namesAndValues) {
        var array = new JsonArray();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            array.add(json(key, namesAndValues[i], "operator", "stringEquals", "value", namesAndValues[i + 1]));
        }
        if (key.equals("name")) {
            array.forEach(attribute -> {
                if (namesAndValues[0].equals("iam_id") || namesAndValues[0].equals("access_group_id")) {
                    attribute.getAsJsonObject().remove("operator");
                }
            });
        }
        return array;
    }
}
