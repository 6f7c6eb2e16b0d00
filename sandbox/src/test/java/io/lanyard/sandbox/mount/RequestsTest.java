// Room: sandbox / tests. What paths and bodies may be, and how it is said when they are not.
package io.lanyard.sandbox.mount;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Http;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RequestsTest extends Mounted {
    @Test
    void aSlashAtTheEndMakesNoDifferenceBecauseClientsOfIbmsLeaveItOut() {
        assertThat(Http.get(url("/items/1/")).status()).isEqualTo(200);
        assertThat(Http.get(url("/slash/")).status()).isEqualTo(204);
        assertThat(Http.get(url("/slash")).status()).isEqualTo(204);
        assertThat(Http.get(url("/rest/a/b/")).text()).isEqualTo("{\"name\":\"a/b\"}");
    }

    @Test
    void fieldsComeInTheSameOrderInEveryJvm() {
        assertThat(Http.get(url("/order")).text())
                .isEqualTo("{\"a\":{\"x\":1,\"y\":2,\"z\":3},\"b\":2,\"c\":3,\"d\":4,\"e\":{\"z\":1,\"y\":2}}");
    }

    @Test
    void aFieldThatComesTwiceIsRefused() {
        assertThat(post("{\"name\":\"a\",\"\\u006eame\":\"b\"}").status()).isEqualTo(400);
        assertThat(post("{\"name\":\"a\",\"name\":\"b\"}").text()).contains("'name' is in the same object twice");
        assertThat(post("{\"name\":\"name\",\"tags\":[\"a\",\"a\"]}").status()).isEqualTo(200);
    }

    @Test
    void unknownPathsAndMethodsAreToldApart() {
        var unknown = Http.get(url("/nothing/here"));
        var method = Http.send("DELETE", url("/items/1"), "");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.header("Sandbox-Unmatched")).isEqualTo("true");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Sandbox-Unmatched")).isEmpty();
        assertThat(method.header("Allow")).isEqualTo("GET");
    }

    @Test
    void namesWithSlashesAndEncodedOnesReachTheirRoute() {
        assertThat(Http.get(url("/names/a/b/c/tags/list")).text()).isEqualTo("{\"name\":\"a/b/c\"}");
        assertThat(Http.get(url("/names/a%2Fb/tags/list")).text()).isEqualTo("{\"name\":\"a/b\"}");
        assertThat(Http.get(url("/items/us.icr.io%2Fns%2Frepo:tag+1")).text())
                .isEqualTo("{\"id\":\"us.icr.io/ns/repo:tag+1\"}");
    }

    @Test
    void noIdLeavesItsSegment() throws IOException {
        assertThat(Http.get(url("/items/%2e%2e")).status()).isEqualTo(400);
        assertThat(Http.get(url("/items/a%2F..%2Fb")).status()).isEqualTo(400);
        assertThat(Http.get(url("/items/%00")).status()).isEqualTo(400);
        try (var socket = connect()) {
            write(socket, "GET /items/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(text(socket.getInputStream())).contains(" 400 ");
        }
    }

    @Test
    void badBodiesAreToldWhatIsWrong() {
        assertThat(post("{\"name\":").text()).contains("malformed_body", "not valid JSON");
        assertThat(post("[]").text()).contains("must be a JSON object");
        assertThat(post("{\"name\":\"a\"} x").text()).contains("not valid JSON");
        assertThat(post("{}").text()).contains("missing", "Property 'name'");
        assertThat(post("{\"name\":1}").text()).contains("Property 'name' must be a string");
        assertThat(post("{\"name\":\"a\",\"tags\":[1]}").text()).contains("'tags' must be an array of strings");
        assertThat(post("{\"name\":\"a\",\"size\":1.5}").text()).contains("'size' must be a whole number");
        assertThat(post("{\"name\":\"a\",\"tagz\":[]}").text()).contains("did you mean 'tags'?");
        assertThat(Http.send("POST", url("/json"), "{}", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(Http.get(url("/items/1?limti=3")).text()).contains("did you mean 'limit'?");
    }

    @Test
    void aDefectOfTheSandboxIsA500InTheShapeOfTheApi() {
        var answer = Http.get(url("/fails"));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json()
                        .getAsJsonArray("errors")
                        .get(0)
                        .getAsJsonObject()
                        .get("code")
                        .getAsString())
                .isEqualTo("internal");
    }

    @Test
    void theTransactionIdComesBack() {
        var answer = Http.get(url("/items/1"), "Transaction-Id", "my-own-id");

        assertThat(answer.header("Transaction-Id")).isEqualTo("my-own-id");
        assertThat(Http.get(url("/items/1")).header("Transaction-Id")).hasSize(32);
    }
}
