// Identity, tests: lists that come in pages.
package io.lanyard.identity;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.contracts.SentRequest;
import io.lanyard.core.DecodeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListsTest extends Wired {

    private static final String SECOND =
            "https://elsewhere.example/v1/serviceids/?account_id=other&pagetoken=to%2Fken%3D2";

    @Test
    void followsTheTokenOfALinkButNeverTheLink() {
        wire.stubFor(get(urlPathEqualTo("/v1/serviceids/"))
                .withQueryParam("pagetoken", absent())
                .willReturn(okJson(page("first", SECOND))));
        wire.stubFor(get(urlPathEqualTo("/v1/serviceids/"))
                .withQueryParam("pagetoken", equalTo("to/ken=2"))
                .willReturn(okJson(page("second", null))));

        var names = identity.serviceIds().list(ACCOUNT, q -> q.pageSize(1)).stream()
                .map(ServiceId::name)
                .toList();

        assertThat(names).containsExactly("first", "second");
        assertThat(SentRequest.all(wire)).containsExactly("""
                        GET /v1/serviceids/?account_id=0123456789abcdef0123456789abcdef&pagesize=1
                        Authorization: Bearer token""", """
                        GET /v1/serviceids/?account_id=0123456789abcdef0123456789abcdef&pagesize=1&pagetoken=to%2Fken%3D2
                        Authorization: Bearer token""");
    }

    @Test
    void readsNoFurtherThanSomebodyLooks() {
        wire.stubFor(get(urlPathEqualTo("/v1/serviceids/")).willReturn(okJson(page("first", SECOND))));

        var first = identity.serviceIds().list(ACCOUNT).stream().findFirst();

        assertThat(first).isPresent();
        assertThat(wire.getAllServeEvents()).hasSize(1);
    }

    @Test
    void goesOnFromAPageInTheMiddle() {
        wire.stubFor(get(urlPathEqualTo("/v1/apikeys")).willReturn(okJson("{\"apikeys\": []}")));

        assertThat(identity.apiKeys().list(ACCOUNT).from("token-7")).isEmpty();

        assertThat(sent())
                .startsWith("GET /v1/apikeys?account_id=0123456789abcdef0123456789abcdef&pagetoken=token-7\n");
    }

    @Test
    void noticesAListThatGoesInCircles() {
        wire.stubFor(get(urlPathEqualTo("/v1/serviceids/")).willReturn(okJson(page("again", SECOND))));

        assertThatThrownBy(() -> identity.serviceIds().list(ACCOUNT).stream().count())
                .isInstanceOf(DecodeException.class);
    }

    private static String page(String name, @Nullable String next) {
        return "{\"offset\": 0, \"limit\": 1, \"first\": \"x\", "
                + (next == null ? "" : "\"next\": \"" + next + "\", ")
                + "\"serviceids\": [" + PLAIN_SERVICE_ID.replace("think-registry-demo", name) + "]}";
    }
}
