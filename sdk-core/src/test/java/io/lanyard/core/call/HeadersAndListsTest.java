package io.lanyard.core.call;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.lanyard.core.DecodeException;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Core, call, tests: a header stays one header, and an answer may be a list and nothing else. */
@WireMockTest
class HeadersAndListsTest {

    private IbmCloud cloud;
    private Service service;

    @BeforeEach
    void connect(WireMockRuntimeInfo server) {
        cloud = IbmCloud.create(o -> o.endpoint("iam", server.getHttpBaseUrl()).attempts(1));
        service = new Service(cloud, Endpoint.IAM);
    }

    @AfterEach
    void hangUp() {
        cloud.close();
    }

    @Test
    void sendsASecretInAHeader(WireMockRuntimeInfo server) {
        server.getWireMock().register(any(anyUrl()).willReturn(okJson("[]")));

        service.get("op", "/x").header("IAM-ApiKey", Secret.of("key+/=")).done();

        server.getWireMock().verifyThat(getRequestedFor(anyUrl()).withHeader("IAM-ApiKey", equalTo("key+/=")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Other: b", "a\nb", "a\u0000b", "a\u007fb"})
    void refusesAValueThatWouldBeginAnotherHeaderWithoutRepeatingIt(String value) {
        var call = service.get("op", "/x");

        assertThatThrownBy(() -> call.header("X-Group", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the header X-Group has a control character at position 1");
    }

    @Test
    void readsAnAnswerThatIsAList(WireMockRuntimeInfo server) {
        server.getWireMock().register(any(anyUrl()).willReturn(okJson("[\"a\", \"b\"]")));

        assertThat(service.get("op", "/x").list(String.class)).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "\"a\"", "[null]", "[\"a\"", "[\"a\",]", "[{}]"})
    void refusesAnAnswerThatIsNoList(String body, WireMockRuntimeInfo server) {
        server.getWireMock().register(any(anyUrl()).willReturn(okJson(body)));

        assertThatThrownBy(() -> service.get("op", "/x").list(String.class)).isInstanceOf(DecodeException.class);
    }
}
