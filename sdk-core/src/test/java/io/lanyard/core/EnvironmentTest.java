package io.lanyard.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.call.Endpoint;
import io.lanyard.core.call.Service;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Core, tests: what an environment means, and the one sentence about what is wrong with it. */
class EnvironmentTest {

    private static String url(Endpoint endpoint, String... variables) {
        var environment = new java.util.HashMap<>(Map.of("IBMCLOUD_API_KEY", "k"));
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        try (var cloud = IbmCloud.fromEnvironment(environment)) {
            return new Service(cloud, endpoint).url();
        }
    }

    @Test
    void withoutUrlsItIsTheRealCloud() {
        assertThat(url(Endpoint.POLICY)).isEqualTo("https://iam.cloud.ibm.com");
        assertThat(url(Endpoint.registry("eu-gb"))).isEqualTo("https://uk.icr.io");
        assertThat(url(Endpoint.registry("xx-new"))).isEqualTo("https://xx-new.icr.io");
    }

    @Test
    void oneUrlIsForAllOfIam() {
        var told = new String[] {"IBMCLOUD_IAM_URL", "http://localhost:8080/", "IAM_IDENTITY_URL", "http://other:1"};

        assertThat(url(Endpoint.IAM, told)).isEqualTo("http://localhost:8080");
        assertThat(url(Endpoint.IDENTITY, told)).isEqualTo("http://localhost:8080");
        assertThat(url(Endpoint.POLICY, told)).isEqualTo("http://localhost:8080");
    }

    @Test
    void aPartOfAServiceCanBeSomewhereElse() {
        assertThat(url(Endpoint.POLICY, "IBMCLOUD_IAM_URL", "http://a:1", "IBMCLOUD_IAM_POLICY_URL", "http://b:2"))
                .isEqualTo("http://b:2");
        assertThat(url(Endpoint.CBR, "IBMCLOUD_CBR_URL", "http://c:3/prefix/")).isEqualTo("http://c:3/prefix");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:9001, http://localhost:9001",
        "127.0.0.1:9001, http://127.0.0.1:9001",
        "[::1]:9001, http://[::1]:9001",
        "registry.example:5000, https://registry.example:5000",
        "us.icr.io, https://us.icr.io",
        "http://registry.example, http://registry.example"
    })
    void aRegistrysAddressIsAsContainerToolsWriteIt(String address, String url) {
        assertThat(url(Endpoint.registry("us-south"), "IBMCLOUD_REGISTRY_US_SOUTH", address))
                .isEqualTo(url);
    }

    @Test
    void aRegionWithoutAnAddressGoesWhereTheRegistryIs() {
        var told = new String[] {"IBMCLOUD_REGISTRY_URL", "http://a:1", "IBMCLOUD_REGISTRY_EU_GB", "localhost:2"};

        assertThat(url(Endpoint.registry("eu-gb"), told)).isEqualTo("http://localhost:2");
        assertThat(url(Endpoint.registry("us-south"), told)).isEqualTo("http://a:1");
    }

    @Test
    void ibmsOwnVariablesAreUnderstood() {
        assertThat(url(Endpoint.IAM, "IAM_IDENTITY_AUTH_URL", "http://a:1/identity/token"))
                .isEqualTo("http://a:1");
        assertThat(url(Endpoint.IDENTITY, "IAM_IDENTITY_URL", "http://a:1")).isEqualTo("http://a:1");
        assertThat(url(Endpoint.ACCESS_GROUPS, "IAM_ACCESS_GROUPS_URL", "http://a:1"))
                .isEqualTo("http://a:1");
        assertThat(url(Endpoint.POLICY, "IAM_POLICY_MANAGEMENT_URL", "http://a:1"))
                .isEqualTo("http://a:1");
        assertThat(url(Endpoint.CBR, "CONTEXT_BASED_RESTRICTIONS_URL", "http://a:1"))
                .isEqualTo("http://a:1");
        assertThat(url(Endpoint.USERS, "USER_MANAGEMENT_URL", "http://a:1")).isEqualTo("http://a:1");
        assertThat(url(Endpoint.ENTERPRISE, "ENTERPRISE_MANAGEMENT_URL", "http://a:1"))
                .isEqualTo("http://a:1");
        assertThat(url(Endpoint.RESOURCE_MANAGER, "RESOURCE_MANAGER_URL", "http://a:1"))
                .isEqualTo("http://a:1");
        assertThat(url(Endpoint.RESOURCE_CONTROLLER, "RESOURCE_CONTROLLER_URL", "http://a:1"))
                .isEqualTo("http://a:1");
        assertThat(url(Endpoint.registry("global"), "CONTAINER_REGISTRY_URL", "http://a:1"))
                .isEqualTo("http://a:1");
        assertThat(url(Endpoint.activityTracker("eu-de"), "ATRACKER_URL", "http://a:1"))
                .isEqualTo("http://a:1");
    }

    @Test
    void theAccountIsTakenAlong() {
        try (var cloud = IbmCloud.fromEnvironment(Map.of("IBMCLOUD_API_KEY", "k", "IBMCLOUD_ACCOUNT_ID", "acc"));
                var none = IbmCloud.fromEnvironment(Map.of("IBMCLOUD_API_KEY", "k"))) {
            assertThat(cloud.requireAccount()).isEqualTo(AccountId.of("acc"));
            assertThat(cloud).hasToString("IbmCloud[account=acc]");
            assertThat(none.account()).isEmpty();
            assertThatThrownBy(none::requireAccount)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("No account is set: set IBMCLOUD_ACCOUNT_ID, or account(..) in the options.");
        }
    }

    @Test
    void whatIsMissingOrMalformedIsSaidInOneSentence() {
        assertThatThrownBy(() -> IbmCloud.fromEnvironment(Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("IBMCLOUD_API_KEY is not set: set it to an API key of a user or a service ID.");
        assertThatThrownBy(() -> IbmCloud.fromEnvironment(Map.of("IBMCLOUD_API_KEY", "abc\n")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("IBMCLOUD_API_KEY cannot be a key: the secret has a control character at position 3: was it"
                        + " read with its line end?");
        assertThatThrownBy(() -> url(Endpoint.IAM, "IBMCLOUD_IAM_URL", "localhost:8080"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("IBMCLOUD_IAM_URL must start with https:// or http:// and name a host, unlike"
                        + " 'localhost:8080'.");
        assertThatThrownBy(() -> url(Endpoint.IAM, "IBMCLOUD_IAM_URL", "http://localhost:80800"))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> url(Endpoint.IAM, "IBMCLOUD_IAM_URL", "https://me:pw@iam.cloud.ibm.com"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("pw@");
        assertThatThrownBy(() -> url(Endpoint.IAM, "IBMCLOUD_REGISTRY_US_SOUTH", "localhost:1/path"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("IBMCLOUD_REGISTRY_US_SOUTH must be host:port, unlike 'localhost:1/path'.");
        assertThatThrownBy(() -> url(Endpoint.IAM, "IBMCLOUD_ACCOUNT_ID", ".."))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void optionsRefuseWhatMakesNoSense() {
        assertThatThrownBy(() -> IbmCloud.create(o -> o.attempts(0))).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> IbmCloud.create(o -> o.deadline(java.time.Duration.ZERO)))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> IbmCloud.create(o -> o.attemptTimeout(java.time.Duration.ofSeconds(-1))))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> Endpoint.registry("evil.example/")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Endpoint.activityTracker("")).isInstanceOf(IllegalArgumentException.class);
    }
}
