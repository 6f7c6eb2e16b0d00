// Registry, tests: which registry is spoken to, and in whose name.
package io.lanyard.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.AccessDeniedException;
import io.lanyard.core.ConfigurationException;
import io.lanyard.core.Credentials;
import io.lanyard.core.IbmCloud;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryClientTest extends Wired {

    @Test
    void namesImagesByTheRegionsOwnHost() {
        try (var plain = IbmCloud.create(o -> o.credentials(Credentials.anonymous()))) {
            var london = RegistryClient.in(plain, Region.EU_GB);

            assertThat(london.region()).isEqualTo(Region.EU_GB);
            assertThat(london.host()).isEqualTo("uk.icr.io");
            assertThat(london.image("my_namespace", "hello-world").withTag("3.6"))
                    .hasToString("uk.icr.io/my_namespace/hello-world:3.6");
        }
    }

    @Test
    void followsTheEnvironmentRegionByRegion() {
        var environment = Map.of(
                "IBMCLOUD_API_KEY", "unused",
                "IBMCLOUD_REGISTRY_US_SOUTH", "http://127.0.0.1:5001",
                "IBMCLOUD_REGISTRY_URL", "http://127.0.0.1:5000");
        try (var local = IbmCloud.fromEnvironment(environment)) {
            assertThat(RegistryClient.in(local, Region.US_SOUTH).host()).isEqualTo("127.0.0.1:5001");
            assertThat(RegistryClient.in(local, Region.EU_GB).host()).isEqualTo("127.0.0.1:5000");
        }
    }

    @Test
    void asksForAnAccountBeforeAnythingIsSent() {
        try (var nobody = IbmCloud.create(o -> o.endpoint("registry", wire.baseUrl()))) {
            var client = RegistryClient.in(nobody, Region.US_SOUTH);

            assertThatThrownBy(() -> client.namespaces().list()).isInstanceOf(ConfigurationException.class);

            assertThat(wire.getAllServeEvents()).isEmpty();
        }
    }

    @Test
    void tellsWhatTheRegistrySaysWhenItRefuses() {
        answers(403, """
                {"code": "CRG0009E", "message": "You are not authorized to access the specified account.", "request-id": "r-1"}
                """);

        assertThatThrownBy(() -> registry.namespaces().list())
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("listNamespaces")
                .hasMessageContaining("CRG0009E")
                .hasMessageContaining("You are not authorized to access the specified account.");
    }
}
