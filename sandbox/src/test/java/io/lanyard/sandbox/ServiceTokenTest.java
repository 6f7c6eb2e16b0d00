// Room: sandbox / tests. The token of a service, by the grant iam-authz.
package io.lanyard.sandbox;

import static io.lanyard.sandbox.Actor.array;
import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceTokenTest extends RouteScene {
    private static final String GRANT = "urn:ibm:params:oauth:grant-type:iam-authz";

    @Test
    void itSaysTheCrnOfTheService() {
        authorizeActivityTracker();

        var answer = token(owner.token(), "crn-" + atracker());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(text(answer, "refresh_token")).isEqualTo("not_supported");
        var claims = claims(text(answer, "access_token"));
        assertThat(claims.get("iam_id").getAsString()).isEqualTo("crn-" + atracker());
        assertThat(claims.get("sub").getAsString()).isEqualTo(atracker());
        assertThat(claims.get("sub_type").getAsString()).isEqualTo("CRN");
        assertThat(claims.get("realmid").getAsString()).isEqualTo("crn");
        assertThat(claims.get("grant_type").getAsString()).isEqualTo(GRANT);
        assertThat(claims.getAsJsonObject("account").get("bss").getAsString()).isEqualTo(accountId);
        assertThat(account.state().journal().entries().stream()
                        .filter(event -> event.action().contains("login"))
                        .filter(event -> event.initiator().id().startsWith("crn-")))
                .isEmpty();
    }

    @Test
    void aServiceGetsTokensOfItsOwnResourcesWithItsToken() {
        authorizeActivityTracker();
        String its = text(token(owner.token(), "crn-" + atracker()), "access_token");

        assertThat(token(its, "crn-" + atracker().replace("us-south", "eu-de")).status())
                .isEqualTo(200);
        refused(token(its, "crn-" + atracker().replace("atracker", "logs")), 403, "BXNIM0513E");
    }

    @Test
    void whoMayNotActForItGetsNone() {
        authorizeActivityTracker();

        refused(token(ada.token(), "crn-" + atracker()), 403, "BXNIM0513E");
        refused(token(owner.token(), "crn-" + atracker().replace(accountId, "0".repeat(32))), 403, "BXNIM0513E");
    }

    @Test
    void aServiceThatNobodyAuthorizedGetsNone() {
        var refused = token(owner.token(), "crn-" + atracker());

        refused(refused, 403, "BXNIM0513E");
        assertThat(refused.text()).contains("No authorization has " + atracker() + " as its source");
    }

    @Test
    void whatIsAskedBadlyIsSaid() {
        refused(token("nonsense", "crn-" + atracker()), 401, "BXNIM0407E");
        refused(token(owner.token(), atracker()), 400, "BXNIM0113E");
        refused(token(owner.token(), "crn-nonsense"), 400, "BXNIM0113E");
        refused(token(owner.token(), "crn-crn:v1:bluemix:public:atracker:us-south::::"), 400, "BXNIM0113E");
        refused(Http.form(sandbox.url() + "/identity/token", Map.of("grant_type", GRANT)), 400, "BXNIM0109E");
    }

    private String atracker() {
        return "crn:v1:bluemix:public:atracker:us-south:a/" + accountId + ":::";
    }

    private void authorizeActivityTracker() {
        var made = owner.post(
                "/v1/policies",
                json(
                        "type",
                        "authorization",
                        "subjects",
                        array(json(
                                "attributes",
                                array(
                                        json("name", "accountId", "value", accountId),
                                        json("name", "serviceName", "value", "atracker")))),
                        "roles",
                        array(json("role_id", "crn:v1:bluemix:public:logs::::serviceRole:Sender")),
                        "resources",
                        array(json("attributes", array(json("name", "serviceName", "value", "logs"))))));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    private static Http.Answer token(String accessToken, String desired) {
        return Http.form(
                sandbox.url() + "/identity/token",
                Map.of("grant_type", GRANT, "access_token", accessToken, "desired_iam_id", desired));
    }

    private static void refused(Http.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(text(answer, "errorCode")).isEqualTo(code);
    }

    private static JsonObject claims(String token) {
        return JsonParser.parseString(
                        new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8))
                .getAsJsonObject();
    }
}
