// Room: sandbox / tests. Options, accounts, environment.
package io.lanyard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.IbmCloud;
import io.lanyard.sandbox.mount.PortTakenException;
import io.lanyard.sandbox.state.Journal;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class SandboxTest {
    @Test
    void theSameSeedGivesTheSameIdsAndKeys() {
        try (var one = Sandbox.start(o -> o.seed(7));
                var two = Sandbox.start(o -> o.seed(7));
                var other = Sandbox.start()) {
            assertThat(one.account().id()).isEqualTo(two.account().id());
            assertThat(one.account().ownerKey()).isEqualTo(two.account().ownerKey());
            assertThat(other.account().ownerKey()).isNotEqualTo(one.account().ownerKey());
        }
    }

    @Test
    void theRegistriesFollowTheControlPort() throws IOException {
        var port = threeFreePorts();

        try (var sandbox = Sandbox.start(o -> o.port(port))) {
            assertThat(sandbox.url()).isEqualTo("http://127.0.0.1:" + port);
            assertThat(sandbox.registry("us-south")).isEqualTo("127.0.0.1:" + (port + 1));
            assertThat(sandbox.registry("eu-gb")).isEqualTo("127.0.0.1:" + (port + 2));
        }
    }

    @Test
    void aRegistryPortInUseLeavesNoPortOpen() throws IOException {
        var port = threeFreePorts();

        try (var taken = new ServerSocket(port + 2, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> Sandbox.start(o -> o.port(port)))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("Port " + port);
        }
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void closingEndsTheSockets() {
        var sandbox = Sandbox.start();
        var port = URI.create(sandbox.url()).getPort();

        sandbox.close();

        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        try (var sandbox = Sandbox.start()) {
            var here = InetAddress.getLocalHost();
            if (!here.isLoopbackAddress()) {
                assertThatThrownBy(
                                () -> new Socket(here, URI.create(sandbox.url()).getPort()).close())
                        .isInstanceOf(ConnectException.class);
            }
        }
    }

    @Test
    void aFreshKeySignsWhatTheDevelopmentKeyDoesNot() {
        try (var own = Sandbox.start(o -> o.freshKey());
                var development = Sandbox.start()) {
            var keys = Http.get(own.url() + "/identity/keys").text();

            assertThat(keys)
                    .isNotEqualTo(Http.get(development.url() + "/identity/keys").text());
            assertThat(keys).doesNotContain("development").doesNotContain("\"d\":");
            assertThat(Http.token(own, own.account().ownerKey().reveal())).isNotEmpty();
        }
    }

    @Test
    void strictTellsUnknownFieldsLenientDoesNot() {
        try (var strict = Sandbox.start();
                var lenient = Sandbox.start(o -> o.lenient())) {
            assertThat(turnWithTypo(strict).status()).isEqualTo(400);
            assertThat(turnWithTypo(strict).text()).contains("did you mean 'advance'?");
            assertThat(turnWithTypo(lenient).status()).isEqualTo(200);
        }
    }

    @Test
    void reportOnlyRecordsDenialsAndSaysSoInEveryAnswer() {
        try (var sandbox =
                Sandbox.start(o -> o.reportOnly().account(seed -> seed.member("ada@example.com", "Ada", "Lovelace")))) {
            var account = sandbox.account();
            var ada = Http.token(sandbox, account.members().get(0).key().reveal());

            var owner = Http.token(sandbox, account.ownerKey().reveal());
            var robot = Http.jsonAs(
                    owner,
                    "POST",
                    sandbox.url() + "/v1/serviceids/",
                    "{\"account_id\":\"" + account.id() + "\",\"name\":\"robot\"}");

            var answer = Http.getAs(
                    ada,
                    sandbox.url() + "/v1/serviceids/" + robot.json().get("id").getAsString());

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Sandbox-Enforcement")).isEqualTo("report-only");
            assertThat(sandbox.decisions(account.id())).anyMatch(verdict -> !verdict.permitted());
            assertThat(Http.getAs(ada, sandbox.url() + "/v1/serviceids/?account_id=" + account.id())
                            .json()
                            .getAsJsonArray("serviceids"))
                    .as("lists hide nothing either")
                    .hasSize(1);
        }
    }

    @Test
    void theEnvironmentIsAllThatAClientNeeds() {
        try (var sandbox = Sandbox.start();
                var cloud = IbmCloud.fromEnvironment(sandbox.account().environment())) {
            var variables = sandbox.account().environment();

            assertThat(cloud.requireAccount()).isEqualTo(sandbox.account().id());
            assertThat(variables)
                    .containsEntry("IBMCLOUD_IAM_URL", sandbox.url())
                    .containsEntry("IBMCLOUD_REGISTRY_URL", sandbox.registryUrl("us-south"))
                    .containsEntry("IBMCLOUD_REGISTRY_EU_GB", sandbox.registry("eu-gb"))
                    .containsEntry("IAM_IDENTITY_URL", sandbox.url())
                    .containsEntry("IAM_POLICY_MANAGEMENT_AUTH_TYPE", "iam")
                    .containsEntry("CONTAINER_REGISTRY_URL", sandbox.registryUrl("us-south"))
                    .containsEntry("ATRACKER_AUTH_URL", sandbox.url())
                    .containsKey("ENTERPRISE_MANAGEMENT_APIKEY");
        }
    }

    @Test
    void theClockStartsWhereItIsToldAndNewAccountsFollowIt() {
        var then = Instant.parse("2030-01-01T00:00:00Z");

        try (var sandbox = Sandbox.start(o -> o.startAt(then))) {
            sandbox.clock().freeze();
            sandbox.clock().set(then);
            var account = sandbox.newAccount(seed -> seed.name("second"));

            assertThat(account.state().now()).isEqualTo(then);
            assertThat(account.state().old()).isFalse();
            assertThat(sandbox.account().state().old()).isTrue();
            assertThat(account.id()).isNotEqualTo(sandbox.account().id());
        }
    }

    @Test
    void theJournalIsBounded() {
        try (var sandbox = Sandbox.start()) {
            var journal = new Journal<Integer>(3);
            for (var i = 0; i < 10; i++) {
                journal.add(i);
            }

            assertThat(journal.entries()).containsExactly(7, 8, 9);
            assertThat(sandbox.events(sandbox.account().id())).isEmpty();
        }
    }

    private static Http.Answer turnWithTypo(Sandbox sandbox) {
        return Http.send(
                "PUT",
                sandbox.url() + "/sandbox/v1/clock",
                "{\"advanse\":\"PT1H\"}",
                "Content-Type",
                "application/json");
    }

    private static int threeFreePorts() throws IOException {
        var attempts = 0;
        while (attempts < 50) {
            var sockets = new ArrayList<ServerSocket>();
            try {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
                var first = sockets.get(0).getLocalPort();
                sockets.add(new ServerSocket(first + 1, 1, InetAddress.getLoopbackAddress()));
                sockets.add(new ServerSocket(first + 2, 1, InetAddress.getLoopbackAddress()));
                return first;
            } catch (IOException | IllegalArgumentException taken) {
                attempts++;
            } finally {
                for (var socket : sockets) {
                    socket.close();
                }
            }
        }
        throw new AssertionError("no three free ports in a row");
    }
}
