package io.lanyard.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.call.Endpoint;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Core, tests: where a service is, and that a name never becomes another host. */
class EndpointsTest {

    private static String url(Endpoint endpoint, Consumer<CloudOptions> options) {
        try (var cloud = IbmCloud.create(options)) {
            return cloud.pipeline().settings().url(endpoint);
        }
    }

    @Test
    void findsALogsInstanceByRegionAndGuid() {
        assertThat(url(Endpoint.logs("eu-de", "guid-1"), o -> {}))
                .isEqualTo("https://guid-1.api.eu-de.logs.cloud.ibm.com");
        assertThat(url(Endpoint.logsIngress("eu-de", "guid-1"), o -> {}))
                .isEqualTo("https://guid-1.ingress.eu-de.logs.cloud.ibm.com");
    }

    @Test
    void oneUrlForAllInstancesMayNameThePlaceOfTheInstance() {
        Consumer<CloudOptions> all = o -> o.endpoint("logs", "http://127.0.0.1:1/logs/{id}");

        assertThat(url(Endpoint.logs("eu-de", "guid-1"), all)).isEqualTo("http://127.0.0.1:1/logs/guid-1");
        assertThat(url(
                        Endpoint.logs("eu-de", "guid-1"),
                        all.andThen(o -> o.endpoint("logs/guid-1", "http://127.0.0.1:2"))))
                .isEqualTo("http://127.0.0.1:2");
        assertThat(url(Endpoint.activityTracker("eu-de"), o -> o.endpoint("atracker", "http://127.0.0.1:3")))
                .isEqualTo("http://127.0.0.1:3");
    }

    @Test
    void aNameNeverBecomesAnotherHost() {
        assertThatThrownBy(() -> Endpoint.logs("eu-de", "evil.example/")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Endpoint.logsIngress("eu-de.evil.example#", "g"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Endpoint.logs("", "g")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Endpoint.activityTracker("a.b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Endpoint.registry("a b")).isInstanceOf(IllegalArgumentException.class);
    }
}
