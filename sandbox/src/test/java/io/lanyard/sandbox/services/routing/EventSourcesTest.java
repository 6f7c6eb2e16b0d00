// Room: sandbox / routing, tests.
package io.lanyard.sandbox.services.routing;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Sandbox;
import org.junit.jupiter.api.Test;

/** Where events of each service come from: routes go by it. */
class EventSourcesTest {

    @Test
    void thePlatformIsGlobalAndWhatHasARegionIsInIt() {
        try (var sandbox = Sandbox.start()) {
            var account = sandbox.newAccount(seed -> {});
            var id = account.id().value();
            var owner = Actor.owner(sandbox, account);
            var store = account.newInstance("cloud-object-storage-standard", "global", "store");
            var logs = account.newInstance("logs-standard", "eu-de", "logs");
            var bucket = sandbox.storageUrl() + "/sources-" + id.substring(0, 8);

            owner.send("PUT", bucket, "", "ibm-service-instance-id", store.serviceInstance());
            owner.send("PUT", bucket + "/object", "text");
            owner.post(
                    "/logs/" + logs.serviceInstance() + "/v1/query",
                    json("query", "x", "metadata", json("syntax", "lucene")));
            owner.get("/v2/resource_groups");
            owner.post("/v2/groups?account_id=" + id, json("name", "people"));
            owner.get(RoutingScene.SETTINGS);
            owner.send("PUT", sandbox.registryUrl("eu-gb") + "/api/v1/namespaces/sources", "", "Account", id);

            assertThat(sandbox.events(account.id()))
                    .extracting(
                            event -> event.action(),
                            event -> event.logSourceCrn()
                                    .replace("crn:v1:bluemix:public:", "")
                                    .replace("a/" + id, "a/ID"))
                    .contains(
                            tuple("iam-identity.user-apikey.login", "iam-identity:global:a/ID:::"),
                            tuple(
                                    "cloud-object-storage.bucket.create",
                                    "cloud-object-storage:global:a/ID:" + store.serviceInstance() + "::"),
                            tuple(
                                    "cloud-object-storage.object.create",
                                    "cloud-object-storage:us-south:a/ID:" + store.serviceInstance() + "::"),
                            tuple("logs.logs-data-api-high.read", "logs:eu-de:a/ID:" + logs.serviceInstance() + "::"),
                            tuple("resource-controller.group.list", "resource-controller:global:a/ID:::"),
                            tuple("iam-groups.group.create", "iam-groups:global:a/ID:::"),
                            tuple("atracker.setting.get", "atracker:global:a/ID:::"),
                            tuple("container-registry.namespace.create", "container-registry:eu-gb:a/ID:::"));
        }
    }

    @Test
    void credentialsAndWhatIsLostAreCriticalWhatReadsIsNormalAndWhatFailedIsAWarning() {
        try (var sandbox = Sandbox.start()) {
            var account = sandbox.newAccount(seed -> {});
            var id = account.id().value();
            var owner = Actor.owner(sandbox, account);
            var store = account.newInstance("cloud-object-storage-standard", "global", "store");
            var key = owner.post(
                    "/v2/resource_keys", json("name", "key", "source", store.serviceInstance(), "role", "Writer"));
            var group = text(owner.post("/v2/groups?account_id=" + id, json("name", "people")), "id");
            owner.send(
                    "PUT",
                    "/v2/groups/" + group + "/members",
                    json("members", array(json("iam_id", "IBMid-nobody", "type", "user")))
                            .toString());
            owner.delete("/v2/groups/" + group);

            assertThat(key.status()).as(key.text()).isEqualTo(201);
            assertThat(sandbox.events(account.id()))
                    .extracting(event -> event.action(), event -> event.outcome(), event -> event.severity())
                    .contains(
                            tuple("cloud-object-storage.resource-key.create", "success", "critical"),
                            tuple("iam-groups.group.create", "success", "normal"),
                            tuple("iam-groups.member.add", "failure", "warning"),
                            tuple("iam-groups.group.delete", "success", "critical"));
        }
    }
}
