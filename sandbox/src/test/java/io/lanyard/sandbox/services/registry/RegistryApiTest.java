// Room: sandbox / registry tests. The management API: namespaces, settings, quota, and who may.
package io.lanyard.sandbox.services.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.sandbox.services.registry.oci.MediaTypes;
import io.lanyard.sandbox.services.resources.ResourcePart;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The account enforces policies in both regions: it is not an old one. */
@ExtendWith(SandboxExtension.class)
class RegistryApiTest {
    private Sandbox sandbox;
    private RegistryHands hands;

    @BeforeEach
    void prepare(Sandbox given) {
        sandbox = given;
        hands = new RegistryHands(sandbox);
    }

    private static void refused(Http.Answer answer, int status, String says) {
        assertThat(answer.status()).describedAs(answer.text()).isEqualTo(status);
        assertThat(answer.json().get("code").getAsString()).matches("CRG[0-9]{4}E");
        assertThat(answer.json().get("message").getAsString()).contains(says);
        assertThat(answer.json().get("request-id").getAsString()).isEqualTo(answer.header("Transaction-Id"));
    }

    private JsonArray list(Http.Answer answer) {
        assertThat(answer.status()).describedAs(answer.text()).isEqualTo(200);
        return JsonParser.parseString(answer.text()).getAsJsonArray();
    }

    private OciHands oci(String... repositories) {
        var scopes = Arrays.stream(repositories)
                .map(name -> "repository:" + name + ":pull,push,delete")
                .toArray(String[]::new);
        return new OciHands(
                sandbox.registryUrl("us-south"),
                hands.registryToken(sandbox.account().ownerKey(), "us-south", scopes));
    }

    @Test
    void namespacesAreMadeListedAndRemovedWithTheirImages() {
        assertThat(hands.api("PUT", "namespaces/team-a").status()).isEqualTo(201);
        assertThat(hands.api("PUT", "namespaces/team-a").status()).isEqualTo(200);
        hands.namespace("us-south", "team-b");
        oci("team-a/app").push("team-a/app", "1", TestImage.saying("hello"));

        var details = list(hands.api("GET", "namespaces/details")).get(0).getAsJsonObject();
        assertThat(list(hands.api("GET", "namespaces"))).hasToString("[\"team-a\",\"team-b\"]");
        assertThat(details.get("account").getAsString()).isEqualTo(hands.account());
        assertThat(details.get("crn").getAsString()).endsWith("::namespace:team-a");
        assertThat(list(hands.api("eu-gb", "GET", "namespaces", ""))).isEmpty();

        assertThat(hands.api("DELETE", "namespaces/team-a").status()).isEqualTo(204);
        refused(hands.api("DELETE", "namespaces/team-a"), 404, "no namespace 'team-a'");
        hands.namespace("us-south", "team-a");
        assertThat(list(hands.api("GET", "images"))).isEmpty();
        assertThat(hands.api("GET", "trash").json().size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-abcd", "abcd-", "ABCD", "a.bcd", "abcdefghijabcdefghijabcdefghijk", "ab%20cd"})
    void otherNamesAreNoNamespaces(String name) {
        refused(hands.api("PUT", "namespaces/" + name), 400, "4 to 30 characters");
    }

    @Test
    void aNameIsTakenOncePerRegionAndAnAccountHasAHundredAtMost() {
        var other = sandbox.newAccount(seed -> {});
        var theirs = Http.token(sandbox, other.ownerKey().reveal());
        var url = sandbox.registryUrl("us-south") + "/api/v1/namespaces/";
        Http.send(
                "PUT",
                url + "taken",
                "",
                "Authorization",
                "Bearer " + theirs,
                "Account",
                other.id().value());

        refused(hands.api("PUT", "namespaces/taken"), 409, "in use by another account");
        assertThat(hands.api("eu-gb", "PUT", "namespaces/taken", "").status()).isEqualTo(201);
        refused(hands.api("DELETE", "namespaces/taken"), 404, "no namespace");
        for (var i = 100; i < 200; i++) {
            hands.namespace("us-south", "many-" + i);
        }
        refused(hands.api("PUT", "namespaces/one-more"), 409, "100 namespaces");
    }

    @Test
    void aNamespaceComesIntoAResourceGroupOnce() {
        var old = sandbox.newAccount(seed -> seed.old());
        var token = Http.token(sandbox, old.ownerKey().reveal());
        var url = sandbox.registryUrl("us-south") + "/api/v1/namespaces/grouped";
        var headers = new String[] {
            "Authorization", "Bearer " + token, "Account", old.id().value()
        };
        var group = ResourcePart.of(old.state()).defaultGroup().id();
        var withGroup = new String[] {
            "Authorization", "Bearer " + token, "Account", old.id().value(), "X-Auth-Resource-Group", group
        };
        var withNone = new String[] {
            "Authorization", "Bearer " + token, "Account", old.id().value(), "X-Auth-Resource-Group", "group-1"
        };
        Http.send("PUT", url, "", headers);

        refused(Http.send("PATCH", url, "", headers), 400, "X-Auth-Resource-Group");
        assertThat(Http.send("PATCH", url, "", withNone).status()).isEqualTo(404);
        assertThat(Http.send("PATCH", url, "", withGroup).status()).isEqualTo(200);
        refused(Http.send("PATCH", url, "", withGroup), 409, "can't be moved");
        var details = list(Http.get(url.replace("grouped", "details"), headers))
                .get(0)
                .getAsJsonObject();
        assertThat(details.get("resource_group").getAsString()).isEqualTo(group);
    }

    @Test
    void theAccountHeaderMustNameTheCallersAccount() {
        var token = Http.token(sandbox, sandbox.account().ownerKey().reveal());
        var url = sandbox.registryUrl("us-south") + "/api/v1/namespaces";
        var other = sandbox.newAccount(seed -> {}).id().value();

        refused(Http.get(url, "Authorization", "Bearer " + token), 400, "'Account' is required");
        var foreign = Http.get(url, "Authorization", "Bearer " + token, "Account", other);
        refused(foreign, 403, "You are not authorized to access the specified account.");
        assertThat(foreign.json().get("code").getAsString()).isEqualTo("CRG0009E");
        var nobody = Http.get(url, "Account", other);
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.json().get("code").getAsString()).isEqualTo("CRG0014E");
    }

    @Test
    void listsShowWhatTheCallerMaySeeAndRefuseNobody() {
        hands.namespace("us-south", "team-a");
        hands.namespace("us-south", "team-b");
        oci("team-a/app").push("team-a/app", "1", TestImage.saying("a"));
        oci("team-b/app").push("team-b/app", "1", TestImage.saying("b"));
        var robot = hands.serviceId("robot");

        assertThat(list(hands.as(robot, "GET", "namespaces", ""))).isEmpty();
        assertThat(list(hands.as(robot, "GET", "images", ""))).isEmpty();
        hands.grant(robot.iamId(), "Reader", "us-south", "team-a");
        assertThat(list(hands.as(robot, "GET", "namespaces", ""))).hasToString("[\"team-a\"]");
        assertThat(list(hands.as(robot, "GET", "images", ""))).hasSize(1);
        assertThat(hands.as(robot, "GET", "trash", "").json().size()).isZero();
    }

    @Test
    void eachCallNeedsItsAction() {
        hands.namespace("us-south", "team-a");
        oci("team-a/app").push("team-a/app", "1", TestImage.saying("a"));
        var robot = hands.serviceId("robot");
        var sentence = "You are not authorized to access the specified resource.";

        refused(hands.as(robot, "GET", "auth", ""), 403, sentence);
        refused(hands.as(robot, "PATCH", "auth", "{\"private_only\":true}"), 403, sentence);
        refused(hands.as(robot, "PUT", "namespaces/mine", ""), 403, sentence);
        refused(hands.as(robot, "DELETE", "namespaces/team-a", ""), 403, sentence);
        refused(hands.as(robot, "DELETE", "images/us.icr.io%2Fteam-a%2Fapp%3A1", ""), 403, sentence);
        refused(hands.as(robot, "GET", "retentions/team-a", ""), 403, sentence);
        hands.grant(robot.iamId(), "Manager", "us-south", "team-a");
        refused(hands.as(robot, "DELETE", "namespaces/team-a", ""), 403, sentence);
        assertThat(hands.as(robot, "DELETE", "images/us.icr.io%2Fteam-a%2Fapp%3A1", "")
                        .status())
                .isEqualTo(200);
        assertThat(sandbox.events(sandbox.account().id()))
                .filteredOn(event -> event.action().equals("container-registry.namespace.delete"))
                .allSatisfy(event -> assertThat(event.outcome()).isEqualTo("failure"))
                .hasSize(2);
    }

    @Test
    void settingsReadBackAndEnforcementStaysOn() {
        assertThat(hands.api("GET", "auth").text())
                .isEqualTo(hands.api("GET", "auth").text());
        assertThat(hands.api("GET", "auth").json().get("iam_authz").getAsBoolean())
                .isTrue();
        refused(hands.enforce("us-south", false), 400, "can't be disabled");
        assertThat(hands.api("PATCH", "settings", "{\"platform_metrics\":true}").status())
                .isEqualTo(204);
        assertThat(hands.api("GET", "settings").json().get("platform_metrics").getAsBoolean())
                .isTrue();
        refused(hands.api("PATCH", "settings", "{\"platform_metrics\":\"yes\"}"), 400, "true or false");
        refused(hands.api("PATCH", "settings", "{\"platformMetrics\":true}"), 400, "platform_metrics");
        refused(hands.api("PATCH", "settings", "{"), 400, "not valid JSON");
        assertThat(hands.api("GET", "messages").status()).isEqualTo(200);
    }

    @Test
    void privateOnlyShutsThePublicNetworkOutAndCanBeTakenBack() {
        hands.namespace("us-south", "team-a");

        assertThat(hands.api("PATCH", "auth", "{\"private_only\":true}").status())
                .isEqualTo(204);
        refused(hands.api("GET", "namespaces"), 403, "Private-only access is enabled on this account");
        assertThat(oci("team-a/app")
                        .send("GET", "/v2/team-a/app/tags/list", new byte[0])
                        .text())
                .contains("Private-only access is enabled");
        assertThat(hands.api("PATCH", "auth", "{\"private_only\":false}").status())
                .isEqualTo(204);
        assertThat(hands.api("GET", "namespaces").status()).isEqualTo(200);
    }

    @Test
    void theFreePlanHasLimitsAndTheStandardPlanNone() {
        assertThat(hands.api("GET", "plans").json().get("plan").getAsString()).isEqualTo("Free");
        var limit = hands.api("GET", "quotas").json().getAsJsonObject("limit");
        assertThat(limit.get("storage_bytes").getAsLong()).isEqualTo(536_870_912);
        assertThat(limit.get("traffic_bytes").getAsLong()).isEqualTo(5_368_709_120L);
        refused(hands.api("PATCH", "quotas", "{\"storage_megabytes\":513}"), 400, "can't exceed 512");
        refused(hands.api("PATCH", "quotas", "{\"storage_megabytes\":-2}"), 400, "number of megabytes");
        assertThat(hands.api("PATCH", "quotas", "{\"storage_megabytes\":500}").status())
                .isEqualTo(200);
        assertThat(hands.api("GET", "quotas")
                        .json()
                        .getAsJsonObject("limit")
                        .get("storage_bytes")
                        .getAsLong())
                .isEqualTo(524_288_000);

        refused(hands.api("PATCH", "plans", "{\"plan\":\"Gold\"}"), 400, "Free and Standard");
        assertThat(hands.api("PATCH", "plans", "{\"plan\":\"Standard\"}").status())
                .isEqualTo(200);
        assertThat(hands.api("GET", "quotas")
                        .json()
                        .getAsJsonObject("limit")
                        .get("storage_bytes")
                        .getAsLong())
                .isEqualTo(-1);
    }

    @Test
    void overTheStorageQuotaAPushIsRefusedAndKeepsNothing() {
        hands.namespace("us-south", "team-a");
        hands.api("PATCH", "quotas", "{\"storage_megabytes\":1}");
        var oci = oci("team-a/app");
        var big = new byte[1_048_577];

        var refused = oci.send(
                "POST",
                "/v2/team-a/app/blobs/uploads/?digest=" + io.lanyard.sandbox.services.registry.blobs.Digest.of(big),
                big);
        hands.api("PATCH", "quotas", "{\"storage_megabytes\":0}");
        var full = oci.send("POST", "/v2/team-a/app/blobs/uploads/", new byte[0]);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error().get("message").getAsString())
                .startsWith("Your account has exceeded its image storage quota for the current month. See ");
        assertThat(full.error().get("code").getAsString()).isEqualTo("DENIED");
        assertThat(hands.api("GET", "quotas")
                        .json()
                        .getAsJsonObject("usage")
                        .get("storage_bytes")
                        .getAsLong())
                .isZero();
    }

    @Test
    void overTheTrafficQuotaAPullIsRefusedUntilTheNextMonth() {
        hands.namespace("us-south", "team-a");
        oci("team-a/app").push("team-a/app", "1", TestImage.saying("hello"));
        hands.api("PATCH", "quotas", "{\"traffic_megabytes\":0}");

        var refused = oci("team-a/app").send("GET", "/v2/team-a/app/manifests/1", new byte[0]);
        hands.api("PATCH", "quotas", "{\"traffic_megabytes\":-1}");
        var pulled = oci("team-a/app").send("GET", "/v2/team-a/app/manifests/1", new byte[0]);
        var usage = hands.api("GET", "quotas").json().getAsJsonObject("usage");

        assertThat(refused.error().get("message").getAsString()).contains("pull traffic quota");
        assertThat(pulled.status()).isEqualTo(200);
        assertThat(usage.get("traffic_bytes").getAsLong()).isEqualTo(pulled.body().length);
        assertThat(usage.get("storage_bytes").getAsLong()).isPositive();
        sandbox.clock().advance(Duration.ofDays(31));
        var later = new RegistryHands(sandbox);
        assertThat(later.api("GET", "quotas")
                        .json()
                        .getAsJsonObject("usage")
                        .get("traffic_bytes")
                        .getAsLong())
                .isZero();
        assertThat(MediaTypes.isImage(pulled.header("Content-Type"))).isTrue();
    }
}
