// Contracts: what a watch remembers of a run, and the report it leaves.
package io.lanyard.contracts;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractWatchTest {

    private final ContractWatch watch = new ContractWatch();

    @Test
    void checksWhatAClientSendsThroughWireMockWhateverIsAnswered() throws Exception {
        WireMockServer wire =
                new WireMockServer(wireMockConfig().dynamicPort().extensions(WatchedWireMock.requests(watch)));
        wire.start();
        try {
            wire.stubFor(get(anyUrl()).willReturn(ok("odd")));

            send(wire.baseUrl() + "/v1/serviceids/?account_id=a&pagesize=5");
            send(wire.baseUrl() + "/v1/serviceids/?pagesize=many");
        } finally {
            wire.stop();
        }

        assertThat(watch.takeViolations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.message()).contains("pagesize"));
        assertThat(watch.coverage().sent()).containsExactly("iam-identity:listServiceIds");
    }

    @Test
    void aServerMayRefuseWhatTheContractRefuses() {
        Exchange bad = Exchange.request("POST", "/v1/serviceids/", json(), "{}");

        watch.served(bad.answered(
                400,
                json(),
                "{\"status_code\":\"400\",\"errors\":[{\"code\":\"c\",\"message\":\"m\"}],\"trace\":\"t\"}"));

        assertThat(watch.takeViolations()).isEmpty();
    }

    @Test
    void aStreamedBodyThatNobodySawIsNotMissing() {
        var streamed = Exchange.request("POST", "/v1/serviceids/?unheard=of", json(), null)
                .answered(201, Map.of("Content-Type", List.of("application/json")), null);

        watch.served(streamed);
        assertThat(watch.takeViolations()).extracting(Violation::key).anyMatch(key -> key.endsWith(".body.missing"));

        watch.servedStreaming(streamed);
        assertThat(watch.takeViolations())
                .extracting(Violation::key)
                .isNotEmpty()
                .noneMatch(key -> key.endsWith(".body.missing"));
    }

    @Test
    void aServerMayNotAcceptWhatTheContractRefuses() {
        Exchange bad = Exchange.request("DELETE", "/v1/apikeys/k?force=yes", Map.of(), null);

        watch.served(bad.answered(204, Map.of(), null));

        assertThat(watch.takeViolations()).hasSize(1);
        assertThat(watch.takeViolations()).isEmpty();
    }

    @Test
    void passesOverWhatIsInNoContract() {
        watch.served(Exchange.request("GET", "/v2/my_namespace/hello/manifests/3.6", Map.of(), null)
                .answered(200, Map.of(), null));

        assertThat(watch.takeViolations()).isEmpty();
        assertThat(watch.coverage().outside()).containsExactly("GET /v2/my_namespace");
    }

    @Test
    void leavesAReportOfOneBuildAlone(@TempDir Path folder) throws Exception {
        coverageOf("/v1/profiles").write(folder);
        coverageOf("/v1/serviceids/").write(folder);
        coverageOf("/v1/apikeys/k").add(folder);

        assertThat(Coverage.read(folder).sent())
                .containsExactly("iam-identity:getApiKey", "iam-identity:listServiceIds");
        assertThat(Files.readString(folder.resolve("contract-coverage.txt")))
                .containsPattern("iam-identity +103 +2 +0")
                .contains("iam-identity, not sent:")
                .contains("createServiceId");
    }

    private static Coverage coverageOf(String path) {
        ContractWatch watch = new ContractWatch();
        watch.sent(Exchange.request("GET", path, Map.of(), null));
        return watch.coverage();
    }

    private static Map<String, List<String>> json() {
        return Map.of("Content-Type", List.of("application/json"));
    }

    private static void send(String url) throws Exception {
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }
}
