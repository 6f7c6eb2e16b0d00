// Room: sandbox / logs, tests.
package io.lanyard.sandbox.services.logs;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.services.resources.ResourcePart;
import java.util.ArrayList;
import java.util.List;

/** An account with a logs instance, its owner, and a member who has no policy yet. */
final class LogsScene {
    final Sandbox sandbox;
    final SandboxAccount account;
    final Actor owner;
    final Actor ada;
    final String guid;

    LogsScene(Sandbox sandbox) {
        this.sandbox = sandbox;
        account = sandbox.newAccount(seed -> seed.member("ada@example.com", "Ada", "Lovelace"));
        owner = Actor.owner(sandbox, account);
        ada = Actor.member(sandbox, account, 0);
        guid = newInstance("audit");
    }

    String newInstance(String name) {
        var made = owner.post(
                "/v2/resource_instances",
                json(
                        "name",
                        name,
                        "target",
                        "us-south",
                        "resource_group",
                        ResourcePart.of(account.state()).defaultGroup().id(),
                        "resource_plan_id",
                        "logs-standard"));
        return text(made, "guid");
    }

    /** What a test sends as one log. */
    static JsonObject log(Object textOrObject) {
        return json("applicationName", "app", "subsystemName", "sub", "text", textOrObject);
    }

    Http.Answer send(Actor who, Object... logs) {
        return who.post("/logs-ingress/" + guid + "/logs/v1/singles", array(logs));
    }

    /** Takes in objects, each given as JSON text, as their owner. */
    void take(String... objects) {
        var logs = new JsonArray();
        for (String object : objects) {
            logs.add(log(JsonParser.parseString(object)));
        }
        var answer = owner.post("/logs-ingress/" + guid + "/logs/v1/singles", logs);
        if (answer.status() != 200 || !answer.text().equals("{}")) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
    }

    Http.Answer query(Actor who, JsonObject body) {
        return who.send("POST", "/logs/" + guid + "/v1/query", body.toString(), "Accept", "text/event-stream");
    }

    Http.Answer ask(String query, Object... metadata) {
        return query(owner, json("query", query, "metadata", json(metadata)));
    }

    Http.Answer lucene(String query) {
        return ask(query, "syntax", "lucene");
    }

    /** The values of a field of all results, in order. */
    List<String> found(String query, String field) {
        return results(lucene(query)).stream()
                .map(result -> JsonParser.parseString(result.get("user_data").getAsString())
                        .getAsJsonObject()
                        .get(field)
                        .getAsString())
                .toList();
    }

    static List<JsonObject> events(Http.Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return answer.text()
                .lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> JsonParser.parseString(line.substring(6)).getAsJsonObject())
                .toList();
    }

    /** What the answer says beside its results, in sentences. */
    static List<String> remarks(Http.Answer answer) {
        return events(answer).stream()
                .filter(event -> event.has("warning"))
                .map(event -> event.getAsJsonObject("warning").getAsJsonObject("compile_warning"))
                .map(details -> details.get("warning_message").getAsString())
                .toList();
    }

    static List<JsonObject> results(Http.Answer answer) {
        var results = new ArrayList<JsonObject>();
        for (var event : events(answer)) {
            if (event.has("error")) {
                throw new AssertionError(event.toString());
            }
            if (event.has("result")) {
                event.getAsJsonObject("result")
                        .getAsJsonArray("results")
                        .forEach(result -> results.add(result.getAsJsonObject()));
            }
        }
        return results;
    }

    void grant(String role) {
        var made = owner.post(
                "/v1/policies",
                json(
                        "type",
                        "access",
                        "subjects",
                        array(json("attributes", array(json("name", "iam_id", "value", ada.iamId())))),
                        "roles",
                        array(json("role_id", role)),
                        "resources",
                        array(json(
                                "attributes",
                                array(
                                        json(
                                                "name",
                                                "accountId",
                                                "value",
                                                account.id().value()),
                                        json("name", "serviceName", "value", "logs"),
                                        json("name", "serviceInstance", "value", guid))))));
        if (made.status() != 201) {
            throw new AssertionError(made.text());
        }
    }
}
