package io.lanyard.core;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.lanyard.core.call.Endpoint;
import io.lanyard.core.call.PageStyle;
import io.lanyard.core.call.Service;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@WireMockTest
class FirstCallTest {

    record Robot(String id, String name, Instant createdAt, Optional<String> description, List<String> tags) {}

    @Test
    void exchangesTheKeyAndReadsATypedAnswer(WireMockRuntimeInfo server) {
        var iam = server.getWireMock();
        iam.register(post("/identity/token").willReturn(okJson("{\"access_token\":\"abc\",\"expires_in\":3600}")));
        iam.register(get("/v1/serviceids/ServiceId-1")
                .withHeader("Authorization", com.github.tomakehurst.wiremock.client.WireMock.equalTo("Bearer abc"))
                .willReturn(
                        okJson("{\"id\":\"ServiceId-1\",\"name\":\"demo\",\"created_at\":\"2024-10-04T14:05+0000\"}")
                                .withHeader("ETag", "1-abc")));
        iam.register(
                get("/v1/serviceids/gone")
                        .willReturn(
                                aResponse()
                                        .withStatus(404)
                                        .withBody(
                                                "{\"errors\":[{\"code\":\"not_found\",\"message\":\"No such ID.\"}],\"trace\":\"t1\"}")));
        iam.register(get("/v1/serviceids/")
                .willReturn(okJson(
                        "{\"serviceids\":[{\"id\":\"a\",\"name\":\"b\",\"created_at\":\"2024-10-04T14:05:09.5Z\"}]}")));

        try (var cloud = IbmCloud.fromEnvironment(
                Map.of("IBMCLOUD_API_KEY", "key", "IBMCLOUD_IAM_URL", server.getHttpBaseUrl()))) {
            var service = new Service(cloud, Endpoint.IDENTITY);
            var robot = service.get("getServiceId", "/v1/serviceids/{id}", "ServiceId-1")
                    .versioned(Robot.class);
            assertThat(robot.value().name()).isEqualTo("demo");
            assertThat(robot.value().createdAt()).isEqualTo(Instant.parse("2024-10-04T14:05:00Z"));
            assertThat(robot.etag()).isEqualTo(ETag.of("1-abc"));
            assertThat(robot.value().tags()).isEmpty();
            assertThatThrownBy(() -> service.get("getServiceId", "/v1/serviceids/{id}", "gone")
                            .as(Robot.class))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("getServiceId failed: 404 not_found, \"No such ID.\"")
                    .hasMessageContaining("transaction t1");
            assertThat(service.get("listServiceIds", "/v1/serviceids/")
                            .pages(PageStyle.pageToken("pagetoken"), "serviceids", Robot.class))
                    .hasSize(1);
        }
    }
}
