// Room: sandbox / policy management, tests. Authorizations as the guides write them.
package io.lanyard.sandbox.services.policy;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static io.lanyard.sandbox.services.policy.Bodies.v2;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.RouteScene;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.kernel.ServiceCall;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.kernel.Verdict;
import io.lanyard.sandbox.services.resources.ResourcePart;
import io.lanyard.sandbox.services.resources.ServiceInstance;
import io.lanyard.sandbox.state.Account;
import java.util.Map;

/** An account with an Object Storage instance, and Activity Tracker at the door. */
abstract class AuthorizationScene extends RouteScene {
    static final String V1 = "/v1/policies";
    static final String V2 = "/v2/policies";
    static final String OBJECT_WRITER = "crn:v1:bluemix:public:iam::::serviceRole:ObjectWriter";
    static final String OBJECT_WRITER_TOO = "crn:v1:bluemix:public:cloud-object-storage::::serviceRole:ObjectWriter";
    static final String MANAGER = "crn:v1:bluemix:public:iam::::serviceRole:Manager";
    static final String DELEGATOR = "crn:v1:bluemix:public:iam::::serviceRole:AuthorizationDelegator";
    static final String PUT = "cloud-object-storage.object.put";

    ServiceInstance instance(String plan, String place) {
        return instance(owner, account, plan, place);
    }

    static ServiceInstance instance(Actor who, SandboxAccount where, String plan, String place) {
        var part = ResourcePart.of(where.state());
        var made = who.post(
                "/v2/resource_instances",
                json(
                        "name",
                        plan,
                        "target",
                        place,
                        "resource_group",
                        part.defaultGroup().id(),
                        "resource_plan_id",
                        plan));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return part.instance(text(made, "guid")).orElseThrow();
    }

    ServiceInstance store() {
        return instance("cloud-object-storage-standard", "global");
    }

    /** As the guides' curl lines have it. */
    JsonObject v1(String role, String... resource) {
        return v1(
                array(json("role_id", role)),
                new String[] {"accountId", accountId, "serviceName", "atracker"},
                resource);
    }

    static JsonObject v1(JsonArray roles, String[] source, String... resource) {
        return json(
                "type",
                "authorization",
                "subjects",
                array(json("attributes", plain(source))),
                "roles",
                roles,
                "resources",
                array(json("attributes", Bodies.attributes("name", resource))));
    }

    private static JsonArray plain(String... namesAndValues) {
        var attributes = new JsonArray();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.add(json("name", namesAndValues[i], "value", namesAndValues[i + 1]));
        }
        return attributes;
    }

    static JsonObject v2of(JsonObject v1) {
        JsonObject resource =
                v1.getAsJsonArray("resources").get(0).getAsJsonObject().deepCopy();
        JsonObject subject =
                v1.getAsJsonArray("subjects").get(0).getAsJsonObject().deepCopy();
        for (var part : new JsonObject[] {subject, resource}) {
            part.getAsJsonArray("attributes").forEach(attribute -> {
                var json = attribute.getAsJsonObject();
                json.add("key", json.remove("name"));
                json.addProperty("operator", "stringEquals");
            });
        }
        return json(
                "type",
                "authorization",
                "subject",
                subject,
                "control",
                json("grant", json("roles", v1.getAsJsonArray("roles"))),
                "resource",
                resource);
    }

    /** Lets somebody manage access to Object Storage, and do something there besides. */
    void lets(Actor who, String... roles) {
        for (String role : roles) {
            assertThat(owner.post(
                                    V2,
                                    v2(
                                            who.iamId(),
                                            role,
                                            "accountId",
                                            accountId,
                                            "serviceName",
                                            "cloud-object-storage"))
                            .status())
                    .isEqualTo(201);
        }
    }

    /** Activity Tracker of an account puts an object into a bucket of this one. */
    Verdict put(Account source, ServiceInstance store, String bucket) {
        return asks("crn:v1:bluemix:public:atracker:us-south:a/" + source.id() + ":::", source, store, bucket, PUT);
    }

    Verdict asks(String crn, Account source, ServiceInstance store, String bucket, String action) {
        var transaction = "tx-" + account.state().ids().uuid();
        var target = Target.of(
                account.state(),
                Map.of(
                        "serviceName",
                        store.plan().service(),
                        "serviceInstance",
                        store.guid(),
                        "resourceType",
                        "bucket",
                        "resource",
                        bucket));
        var may = ServiceCall.of(crn, "deliver", source.id(), transaction, guard())
                .denial(action, target, "no authorization")
                .isEmpty();
        var verdict = sandbox.decision(transaction).get(0);
        assertThat(verdict.permitted()).isEqualTo(may);
        return verdict;
    }

    private static PolicyGuard guard() {
        return new PolicyGuard((home, guid) -> ResourcePart.of(home).groupOf(guid));
    }
}
