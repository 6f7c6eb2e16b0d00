package io.lanyard.workshop.oci;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.head;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.lanyard.core.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class OciRegistryTest {
    private static final ImageName IMAGE = ImageName.of("my_namespace/hello-world:3.6");
    private static final OciImage HELLO = HelloWorld.version("3.6");

    @RegisterExtension
    static final WireMockExtension WIRE = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> exchanges = new ArrayList<>();

    @BeforeEach
    void aRegistryThatAsksForAToken() {
        WIRE.stubFor(get("/v2/").willReturn(challenge()));
        WIRE.stubFor(get(urlPathEqualTo("/oauth/token")).willReturn(aResponse().withBody("""
                {"token":"t-1","access_token":"t-1","expires_in":60}""")));
    }

    @Test
    void logsInWithoutAskingForAnyAccess() {
        login();

        WIRE.verify(getRequestedFor(urlEqualTo("/oauth/token?service=registry"))
                .withBasicAuth(new BasicCredentials("iamapikey", "key-1")));
    }

    @Test
    void pullsAndChecksEachBlob() {
        serve(HELLO);

        assertThat(login().pull(IMAGE)).isEqualTo(HELLO);
        assertThat(exchanges).contains("GET /v2/my_namespace/hello-world/manifests/3.6 200 txn-9");
    }

    @Test
    void asksForATokenAnewForEachCommand() {
        serve(HELLO);
        var session = login();

        session.pull(IMAGE);
        session.pull(IMAGE);

        WIRE.verify(
                2,
                getRequestedFor(urlEqualTo(
                        "/oauth/token?service=registry&scope=repository%3Amy_namespace%2Fhello-world%3Apull")));
    }

    @Test
    void passesOnTheRegistrysOwnSentence() {
        WIRE.stubFor(get(urlPathMatching("/v2/.*/manifests/.*"))
                .willReturn(aResponse()
                        .withStatus(403)
                        .withHeader("Transaction-Id", "txn-7")
                        .withBody("""
                        {"errors":[{"code":"DENIED","message":"You are not authorized to access the specified resource."}]}""")));

        assertThatExceptionOfType(OciException.class)
                .isThrownBy(() -> login().pull(IMAGE))
                .satisfies(refused -> {
                    assertThat(refused.refusal()).isTrue();
                    assertThat(refused.status()).isEqualTo(403);
                    assertThat(refused.code()).isEqualTo("DENIED");
                    assertThat(refused.sentence())
                            .isEqualTo("You are not authorized to access the specified resource.");
                    assertThat(refused.transactionId()).isEqualTo("txn-7");
                });
    }

    @Test
    void aKeyThatIsNotKnownIsARefusalOfTheTokenService() {
        WIRE.stubFor(get(urlPathEqualTo("/oauth/token"))
                .willReturn(aResponse().withStatus(400).withBody("""
                {"errorCode":"BXNIM0415E","errorMessage":"Provided API key could not be found."}""")));

        assertThatExceptionOfType(OciException.class)
                .isThrownBy(this::login)
                .satisfies(refused -> assertThat(refused.refusal()).isTrue())
                .withMessageContaining("Provided API key could not be found.");
    }

    @Test
    void pushesOnlyTheBlobsThatAreNotThereYetThenTheManifest() {
        var layer = HELLO.layers().get(0);
        WIRE.stubFor(
                head(urlPathMatching("/v2/.*/blobs/.*")).willReturn(aResponse().withStatus(404)));
        WIRE.stubFor(head(urlPathEqualTo("/v2/my_namespace/hello-world/blobs/" + layer.digest()))
                .willReturn(aResponse().withStatus(200)));
        WIRE.stubFor(post(urlPathMatching("/v2/.*/blobs/uploads/"))
                .willReturn(aResponse()
                        .withStatus(202)
                        .withHeader("Location", "/v2/my_namespace/hello-world/blobs/uploads/u-1?_state=x")));
        WIRE.stubFor(put(urlPathMatching("/v2/.*")).willReturn(aResponse().withStatus(201)));

        var digest = login().push(HELLO, IMAGE);

        assertThat(digest).isEqualTo(HELLO.manifest().digest());
        WIRE.verify(1, putRequestedFor(urlPathMatching("/v2/.*/blobs/uploads/.*")));
        WIRE.verify(putRequestedFor(urlPathEqualTo("/v2/my_namespace/hello-world/blobs/uploads/u-1"))
                .withQueryParam("_state", equalTo("x"))
                .withQueryParam("digest", equalTo(HELLO.config().digest().text())));
        WIRE.verify(1, putRequestedFor(urlEqualTo("/v2/my_namespace/hello-world/manifests/3.6")));
    }

    @Test
    void waitsAsLongAsTheRegistryAsks() {
        serve(HELLO);
        WIRE.stubFor(get(urlPathMatching("/v2/.*/manifests/.*"))
                .inScenario("busy")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "2"))
                .willSetStateTo("free")
                .atPriority(1));

        login().pull(IMAGE);

        assertThat(pauses).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void doesNotWaitForAnHour() {
        WIRE.stubFor(get(urlPathMatching("/v2/.*/manifests/.*"))
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "3600")));

        assertThatExceptionOfType(OciException.class)
                .isThrownBy(() -> login().pull(IMAGE))
                .withMessageContaining("asked too often");
        assertThat(pauses).isEmpty();
    }

    @Test
    void triesAgainWhenTheConnectionIsResetOrTheAnswerIsCutShort() {
        serve(HELLO);
        breakOnce(Fault.CONNECTION_RESET_BY_PEER);
        assertThat(login().pull(IMAGE)).isEqualTo(HELLO);

        breakOnce(Fault.MALFORMED_RESPONSE_CHUNK);
        assertThat(login().pull(IMAGE)).isEqualTo(HELLO);
    }

    @Test
    void saysWhereItCouldNotConnectWhenItGivesUp() {
        WIRE.stubFor(any(anyUrl())
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
                .atPriority(1));

        assertThatExceptionOfType(OciException.class)
                .isThrownBy(this::login)
                .satisfies(broken -> assertThat(broken.refusal()).isFalse())
                .withMessageContaining("localhost:" + WIRE.getPort())
                .withMessageContaining("is the registry running and the address right?");
        assertThat(pauses).hasSize(3);
    }

    @Test
    void noticesABlobThatIsNotWhatItsDigestSays() {
        serve(HELLO);
        WIRE.stubFor(get(urlPathMatching("/v2/.*/blobs/.*"))
                .willReturn(aResponse().withBody("something else"))
                .atPriority(1));

        assertThatExceptionOfType(OciException.class)
                .isThrownBy(() -> login().pull(IMAGE))
                .withMessageContaining("the image is damaged, push it again");
    }

    @Test
    void neverSendsTheKeyToAnotherHost() {
        WIRE.stubFor(get("/v2/")
                .willReturn(aResponse()
                        .withStatus(401)
                        .withHeader(
                                "Www-Authenticate",
                                "Bearer realm=\"https://evil.example/oauth/token\",service=\"registry\"")));

        assertThatExceptionOfType(OciException.class)
                .isThrownBy(this::login)
                .withMessageContaining("the key was not sent there");
    }

    @Test
    void saysWhenTheOtherEndIsNoRegistry() {
        WIRE.stubFor(
                get("/v2/").willReturn(aResponse().withStatus(401).withHeader("Www-Authenticate", "Basic realm=x")));

        assertThatExceptionOfType(OciException.class)
                .isThrownBy(this::login)
                .withMessageContaining("is the address right?");
    }

    @Test
    void readsAChallengeWithoutQuotes() {
        assertThat(Challenge.read("Bearer realm=https://cp.icr.io/oauth/token,service=registry,scope=x"))
                .isEqualTo(new Challenge("https://cp.icr.io/oauth/token", "registry"));
    }

    @Test
    void aTokenNeverPrintsItself() {
        var token = login().token(IMAGE, Access.PULL);

        assertThat(token.toString()).doesNotContain("t-1");
        assertThat(token.lifetime()).isEqualTo(Duration.ofSeconds(60));
    }

    private RegistrySession login() {
        return OciRegistry.at(
                        new OkHttpClient(),
                        WIRE.baseUrl(),
                        (method, path, status, id) -> exchanges.add(method + " " + path + " " + status + " " + id),
                        pauses::add)
                .login("iamapikey", Secret.of("key-1"));
    }

    private static void serve(OciImage image) {
        WIRE.stubFor(get(urlPathEqualTo("/v2/my_namespace/hello-world/manifests/3.6"))
                .willReturn(aResponse()
                        .withHeader(
                                "Docker-Content-Digest",
                                image.manifest().digest().text())
                        .withHeader("Transaction-Id", "txn-9")
                        .withBody(image.manifest().content())));
        var blobs = new ArrayList<>(image.layers());
        blobs.add(image.config());
        for (Blob blob : blobs) {
            WIRE.stubFor(get(urlPathEqualTo("/v2/my_namespace/hello-world/blobs/" + blob.digest()))
                    .willReturn(aResponse().withBody(blob.content())));
        }
    }

    private static void breakOnce(Fault fault) {
        WIRE.stubFor(get(urlPathMatching("/v2/.*/manifests/.*"))
                .inScenario("broken " + fault)
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withFault(fault))
                .willSetStateTo("mended")
                .atPriority(1));
    }

    private static ResponseDefinitionBuilder challenge() {
        return aResponse()
                .withStatus(401)
                .withHeader(
                        "Www-Authenticate", "Bearer realm=\"" + WIRE.baseUrl() + "/oauth/token\",service=\"registry\"");
    }
}
