// Registry, tests: what is sent again after an unclear failure, and what never is.
package io.lanyard.registry;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.ServerErrorException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RepeatsTest extends Wired {

    static Stream<Arguments> sentAgain() {
        return Stream.of(
                call("get enforcement", r -> r.enforcement().get()),
                call("enable enforcement", r -> r.enforcement().enable()),
                call("create a namespace", r -> r.namespaces().create("my_namespace")),
                call("delete an image", r -> r.images().delete(IMAGE)),
                call("tag an image", r -> r.images().tag(IMAGE, IMAGE.withTag("latest"))),
                call("list digests", r -> r.images().digests(q -> {})),
                call("set a plan", r -> r.plan().set(Plan.FREE)),
                call("set a quota", r -> r.quota().set(q -> q.storageMegabytes(1))),
                call("set a retention policy", r -> r.retention().set("ns", p -> p.imagesPerRepo(1))),
                call("restore an image", r -> r.trash().restoreImage(IMAGE)),
                call("change a setting", r -> r.settings().update(s -> s.platformMetrics(true))));
    }

    @Test
    void deletesManyImagesOnce() {
        assertThat(requestsOf(r -> r.images().bulkDelete(List.of(IMAGE)))).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void sentAgain(String what, Consumer<RegistryClient> call) {
        assertThat(requestsOf(call)).isEqualTo(2);
    }

    private int requestsOf(Consumer<RegistryClient> call) {
        wire.stubFor(any(anyUrl()).willReturn(serverError()));
        try (var patient = cloud.with(o -> o.attempts(2))) {
            var client = RegistryClient.in(patient, Region.US_SOUTH);
            assertThatThrownBy(() -> call.accept(client)).isInstanceOf(ServerErrorException.class);
        }
        return wire.getAllServeEvents().size();
    }

    private static Arguments call(String what, Consumer<RegistryClient> call) {
        return Arguments.of(what, call);
    }
}
