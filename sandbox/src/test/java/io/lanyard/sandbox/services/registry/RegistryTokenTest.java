// Room: sandbox / registry tests. Logins, what a token grants, and how a refusal is explained.
package io.lanyard.sandbox.services.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.lanyard.core.Secret;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.sandbox.services.registry.RegistryHands.Robot;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegistryTokenTest {
    @RegisterExtension
    static final SandboxExtension SANDBOX =
            SandboxExtension.started().account(seed -> seed.old().member("ada@example.com", "Ada", "Lovelace"));

    private static final String PULL = "repository:team-a/app:pull";
    private static final String BOTH = "repository:team-a/app:pull,push";
    private static final String MANIFEST = "/v2/team-a/app/manifests/1";

    private Sandbox sandbox;
    private RegistryHands hands;
    private Robot robot;

    @BeforeEach
    void prepare(Sandbox given) {
        sandbox = given;
        hands = new RegistryHands(sandbox);
        hands.namespace("us-south", "team-a");
        hands.namespace("eu-gb", "team-a");
        robot = hands.serviceId("robot");
        as(sandbox.account().ownerKey(), "us-south", "repository:team-a/app:pull,push,delete")
                .push("team-a/app", "1", TestImage.saying("hello"));
    }

    private OciHands as(Secret key, String region, String... scopes) {
        return new OciHands(sandbox.registryUrl(region), hands.registryToken(key, region, scopes));
    }

    private static JsonObject claims(String token) {
        return JsonParser.parseString(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8))
                .getAsJsonObject();
    }

    private List<String> granted(Secret key, String region, String... scopes) {
        return claims(hands.registryToken(key, region, scopes)).getAsJsonArray("access").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .flatMap(scope -> scope.getAsJsonArray("actions").asList().stream()
                        .map(action -> scope.get("name").getAsString() + ":" + action.getAsString()))
                .toList();
    }

    private OciHands.Reply get(OciHands oci, String path) {
        return oci.send("GET", path, new byte[0]);
    }

    @Test
    void withoutATokenTheChallengeSaysWhereAndForWhat() {
        var nobody = new OciHands(sandbox.registryUrl("us-south"), "");
        var realm = "Bearer realm=\"" + sandbox.registryUrl("us-south") + "/oauth/token\",service=\"registry\"";

        var pull = get(nobody, MANIFEST);

        assertThat(pull.status()).isEqualTo(401);
        assertThat(pull.header("Www-Authenticate")).isEqualTo(realm + ",scope=\"repository:team-a/app:pull\"");
        assertThat(pull.error().get("code").getAsString()).isEqualTo("UNAUTHORIZED");
        assertThat(pull.error().get("message").getAsString())
                .isEqualTo("Authorization required. See "
                        + "https://cloud.ibm.com/docs/Registry?topic=Registry-troubleshoot-auth-req");
        assertThat(get(nobody, "/v2/").header("Www-Authenticate")).isEqualTo(realm);
        assertThat(nobody.send("POST", "/v2/team-a/app/blobs/uploads/", new byte[0])
                        .header("Www-Authenticate"))
                .endsWith(",scope=\"repository:team-a/app:pull,push\"");
        assertThat(nobody.send("DELETE", MANIFEST, new byte[0]).header("Www-Authenticate"))
                .endsWith(",scope=\"repository:team-a/app:delete\"");
    }

    @Test
    void aTokenForANameThatWasFreeIsWorthNothingOnceSomebodyElseTookIt() {
        var early = as(sandbox.account().ownerKey(), "us-south", "repository:team-z/app:pull,push");
        var stranger = sandbox.newAccount(seed -> seed.name("Stranger"));
        var theirs = Http.token(sandbox, stranger.ownerKey().reveal());
        Http.send(
                "PUT",
                sandbox.registryUrl("us-south") + "/api/v1/namespaces/team-z",
                "",
                "Authorization",
                "Bearer " + theirs,
                "Account",
                stranger.id().value());
        as(stranger.ownerKey(), "us-south", "repository:team-z/app:pull,push")
                .push("team-z/app", "1", TestImage.saying("not yours"));

        assertThat(get(early, "/v2/team-z/app/manifests/1").status()).isEqualTo(403);
        assertThat(early.send("POST", "/v2/team-z/app/blobs/uploads/", new byte[0])
                        .status())
                .isEqualTo(403);
    }

    @Test
    void eachUserNameHasItsPassword() {
        var owner = sandbox.account().ownerKey().reveal();
        var login = Http.form(
                        sandbox.url() + "/identity/token",
                        Map.of("grant_type", "urn:ibm:params:oauth:grant-type:apikey", "apikey", owner),
                        "Authorization",
                        RegistryHands.basic("bx", "bx"))
                .json();

        assertThat(hands.tokenAnswer("us-south", "iamapikey", owner, PULL).status())
                .isEqualTo(200);
        assertThat(hands.tokenAnswer(
                                "us-south",
                                "iambearer",
                                login.get("access_token").getAsString(),
                                PULL)
                        .status())
                .isEqualTo(200);
        assertThat(hands.tokenAnswer(
                                "us-south",
                                "iamrefresh",
                                login.get("refresh_token").getAsString(),
                                PULL)
                        .status())
                .isEqualTo(200);
        assertThat(hands.tokenAnswer("us-south", "iamapikey", "wrong", PULL).status())
                .isEqualTo(400);
        assertThat(hands.tokenAnswer("us-south", "iambearer", "wrong", PULL).status())
                .isEqualTo(400);
        assertThat(hands.tokenAnswer("us-south", "iamrefresh", "wrong", PULL).status())
                .isEqualTo(400);

        var other = hands.tokenAnswer("us-south", "token", owner, PULL);
        assertThat(other.text())
                .contains("UNSUPPORTED")
                .contains("The requested authentication method is not supported.");
    }

    @Test
    void nothingAndABearerAtTheTokenUrlAreAskedToLogIn() {
        var url = sandbox.registryUrl("us-south") + "/oauth/token?service=registry";

        assertThat(Http.get(url).status()).isEqualTo(401);
        assertThat(Http.get(url).text()).contains("Authorization required. See ");
        assertThat(Http.getAs("anything", url).status()).isEqualTo(401);
        assertThat(Http.get(url, "Authorization", "Basic !!!").status()).isEqualTo(401);
        assertThat(Http.get(url, "Authorization", RegistryHands.basic("", "")).status())
                .isEqualTo(401);
    }

    @Test
    void theFormOfTheSpecificationWorksToo() {
        var url = sandbox.registryUrl("us-south") + "/oauth/token";
        var key = sandbox.account().ownerKey().reveal();

        var answer = Http.form(
                url,
                Map.of(
                        "grant_type",
                        "password",
                        "username",
                        "iamapikey",
                        "password",
                        key,
                        "service",
                        "registry",
                        "scope",
                        PULL));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("expires_in").getAsLong()).isEqualTo(60);
        assertThat(answer.json().get("access_token")).isEqualTo(answer.json().get("token"));
        assertThat(answer.json().get("issued_at").getAsString()).endsWith("Z");
        assertThat(Http.form(url, Map.of("grant_type", "password")).status()).isEqualTo(401);
    }

    @Test
    void onlyWhatIsPermittedIsGrantedAndNothingIsStillAToken() {
        hands.enforce("us-south", true);

        assertThat(granted(robot.key(), "us-south")).isEmpty();
        assertThat(granted(robot.key(), "us-south", BOTH)).isEmpty();
        hands.grant(robot.iamId(), "Reader", "us-south", "team-a");
        assertThat(granted(robot.key(), "us-south", BOTH)).containsExactly("team-a/app:pull");
        assertThat(granted(robot.key(), "us-south", "repository:team-a/app:*")).containsExactly("team-a/app:pull");
        assertThat(granted(robot.key(), "us-south", PULL + " repository:team-b/app:pull", PULL))
                .containsExactly("team-a/app:pull");
        assertThat(granted(robot.key(), "us-south", "registry:catalog:*", "nonsense", "repository:x:pull"))
                .isEmpty();
        assertThat(granted(robot.key(), "eu-gb", BOTH)).isEmpty();
        assertThat(granted(sandbox.account().ownerKey(), "us-south", "repository:team-a/app:*"))
                .containsExactly("team-a/app:pull", "team-a/app:push", "team-a/app:delete");
    }

    @Test
    void enforcementOffLetsMembersPassAndNobodyElse() {
        var ada = sandbox.account().members().get(0).key();
        var stranger = sandbox.newAccount(seed -> seed.old()).ownerKey();

        assertThat(granted(ada, "us-south", BOTH)).containsExactly("team-a/app:pull", "team-a/app:push");
        assertThat(granted(robot.key(), "us-south", PULL)).containsExactly("team-a/app:pull");
        assertThat(granted(stranger, "us-south", PULL)).isEmpty();
        assertThat(granted(robot.key(), "eu-gb", PULL)).isEmpty();

        hands.enforce("us-south", true);
        assertThat(granted(ada, "us-south", BOTH)).isEmpty();
    }

    @Test
    void aRefusedPullIsExplainedByTheDecisionThatRefusedIt() {
        hands.enforce("us-south", true);
        hands.grant(robot.iamId(), "Reader", "us-south", "team-b");
        var oci = as(robot.key(), "us-south", PULL);

        var refused = get(oci, MANIFEST);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error().get("code").getAsString()).isEqualTo("DENIED");
        assertThat(refused.error().get("message").getAsString())
                .isEqualTo("You are not authorized to access the specified resource.");
        assertThat(refused.header("Www-Authenticate")).endsWith(",error=\"insufficient_scope\"");
        var transaction = refused.header("Transaction-Id");
        assertThat(refused.header("Sandbox-Decision")).endsWith(transaction);
        assertThat(sandbox.decision(transaction)).singleElement().satisfies(verdict -> {
            assertThat(verdict.permitted()).isFalse();
            assertThat(verdict.subject()).isEqualTo(robot.iamId());
            assertThat(verdict.action()).isEqualTo("container-registry.image.pull");
            assertThat(verdict.attributes()).containsEntry("region", "us-south").containsEntry("resource", "team-a");
            assertThat(verdict.explain()).contains("team-b");
        });
        assertThat(sandbox.events(sandbox.account().id()))
                .filteredOn(event -> event.action().equals("container-registry.image.pull"))
                .last()
                .satisfies(event -> {
                    assertThat(event.outcome()).isEqualTo("failure");
                    assertThat(event.reasonCode()).isEqualTo(403);
                    assertThat(event.severity()).isEqualTo("critical");
                    assertThat(event.initiator().id()).isEqualTo(robot.iamId());
                    assertThat(event.correlationId()).isEqualTo(transaction);
                    assertThat(event.dataEvent()).isTrue();
                });
    }

    @Test
    void aTokenKeepsWhatItSaysUntilItExpires() {
        sandbox.clock().freeze();
        hands.enforce("us-south", true);
        var reader = hands.grant(robot.iamId(), "Reader", "us-south", "team-a");
        var before = as(robot.key(), "us-south", PULL);
        hands.revoke(reader);

        assertThat(get(before, MANIFEST).status()).isEqualTo(200);
        assertThat(get(as(robot.key(), "us-south", PULL), MANIFEST).status()).isEqualTo(403);

        sandbox.clock().advance(Duration.ofSeconds(61));
        var expired = get(before, MANIFEST);
        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.header("Www-Authenticate")).endsWith(",error=\"invalid_token\"");
    }

    @Test
    void aTokenIsWorthNothingInAnotherRegionNorAsAnIamToken() {
        var token = hands.registryToken(sandbox.account().ownerKey(), "us-south", PULL);
        var iam = Http.token(sandbox, sandbox.account().ownerKey().reveal());

        assertThat(get(new OciHands(sandbox.registryUrl("eu-gb"), token), MANIFEST)
                        .status())
                .isEqualTo(401);
        assertThat(get(new OciHands(sandbox.registryUrl("us-south"), iam), MANIFEST)
                        .status())
                .isEqualTo(401);
        assertThat(Http.getAs(token, sandbox.url() + "/v1/serviceids/?account_id=" + hands.account())
                        .status())
                .isEqualTo(401);
        assertThat(Http.getAs(token, sandbox.url() + "/identity/userinfo").status())
                .isEqualTo(401);
        assertThat(hands.tokenAnswer("us-south", "iambearer", token, PULL).status())
                .isEqualTo(400);
        assertThat(get(new OciHands(sandbox.registryUrl("us-south"), "broken"), MANIFEST)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aNamespaceThatNobodyHasIsNamedToThoseWhoMightHaveIt() {
        var owner = as(sandbox.account().ownerKey(), "us-south", "repository:nobody-has/app:pull,push");

        var missing = owner.send("POST", "/v2/nobody-has/app/blobs/uploads/", new byte[0]);
        var strangers = as(sandbox.newAccount(seed -> {}).ownerKey(), "us-south", "repository:team-a/app:pull");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.text()).contains("NAME_UNKNOWN").contains("nobody-has");
        assertThat(get(strangers, MANIFEST).status()).isEqualTo(403);
    }

    @Test
    void pullsAndPushesLeaveTheirEvents() {
        get(as(robot.key(), "us-south", PULL), MANIFEST);

        var events = sandbox.events(sandbox.account().id()).stream()
                .filter(event -> event.dataEvent())
                .toList();
        assertThat(events)
                .extracting(event -> event.action(), event -> event.target().name())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("container-registry.image.push", "us.icr.io/team-a/app:1"),
                        org.assertj.core.groups.Tuple.tuple("container-registry.image.pull", "us.icr.io/team-a/app:1"));
        assertThat(events.get(1).target().id())
                .endsWith("@" + TestImage.saying("hello").digest());
        assertThat(events.get(1).initiator().id()).isEqualTo(robot.iamId());
    }
}
