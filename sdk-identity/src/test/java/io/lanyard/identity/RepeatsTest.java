// Identity, tests: what is sent again after an unclear failure, and what never is.
package io.lanyard.identity;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.Credentials;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.Secret;
import io.lanyard.core.ServerErrorException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RepeatsTest extends Wired {

    private static final ServiceIdId ID = ServiceIdId.of("ServiceId-1");
    private static final ApiKeyId KEY = ApiKeyId.of("ApiKey-1");

    static Stream<Arguments> sentOnce() {
        return Stream.of(
                call("create a service ID", i -> i.serviceIds().create(ACCOUNT, "robot")),
                call("create a key", i -> i.apiKeys().create(ROBOT, "key")));
    }

    static Stream<Arguments> sentAgain() {
        return Stream.of(
                call("get a service ID", i -> i.serviceIds().get(ID)),
                call("list keys", i -> i.apiKeys().list(ACCOUNT).iterator().next()),
                call("delete a service ID", i -> i.serviceIds().delete(ID)),
                call("lock a service ID", i -> i.serviceIds().lock(ID)),
                call("unlock a key", i -> i.apiKeys().unlock(KEY)),
                call("disable a key", i -> i.apiKeys().disable(KEY)),
                call(
                        "create a group, whose name is unique",
                        i -> i.serviceIdGroups().create(ACCOUNT, "group")),
                call("exchange a key", i -> i.tokens().exchange(Secret.of("key"))),
                call("introspect a token", i -> i.tokens().introspect(Secret.of("a.b.c"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void sentOnce(String what, Consumer<IdentityClient> call) {
        assertThat(requestsOf(call)).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void sentAgain(String what, Consumer<IdentityClient> call) {
        assertThat(requestsOf(call)).isEqualTo(2);
    }

    private static int requestsOf(Consumer<IdentityClient> call) {
        wire.stubFor(any(anyUrl()).willReturn(serverError()));
        try (var cloud = IbmCloud.create(o -> o.credentials(Credentials.bearer(Secret.of("token")))
                .endpoint("iam", wire.baseUrl())
                .attempts(2))) {
            assertThatThrownBy(() -> call.accept(new IdentityClient(cloud))).isInstanceOf(ServerErrorException.class);
        }
        return wire.getAllServeEvents().size();
    }

    private static Arguments call(String what, Consumer<IdentityClient> call) {
        return Arguments.of(what, call);
    }
}
