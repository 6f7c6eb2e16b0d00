// Room: sandbox / tests. The extension, used as tests use it.
package io.lanyard.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.core.IbmCloud;
import io.lanyard.sandbox.Http;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.state.SandboxClock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class SandboxExtensionTest {
    private static final Set<String> ACCOUNTS = ConcurrentHashMap.newKeySet();
    private static final Set<String> SERVERS = ConcurrentHashMap.newKeySet();

    @RepeatedTest(2)
    void eachTestHasAnAccountOfItsOwnOnOneServer(Sandbox sandbox, SandboxAccount account, IbmCloud cloud) {
        assertThat(ACCOUNTS.add(account.id().value())).isTrue();
        SERVERS.add(sandbox.url());

        assertThat(SERVERS).hasSize(1);
        assertThat(sandbox.account()).isSameAs(account);
        assertThat(cloud.requireAccount()).isEqualTo(account.id());
    }

    @Test
    void turningTheClockOfOneTestLeavesTheOthersAlone(Sandbox sandbox, SandboxClock clock) {
        var before = sandbox.beside(java.util.OptionalLong.empty(), seed -> {});
        var other = before.clock().now();

        clock.advance(Duration.ofDays(365));

        assertThat(sandbox.clock()).isSameAs(clock);
        assertThat(before.clock().now()).isBefore(other.plus(Duration.ofMinutes(1)));
        before.close();
    }

    @Test
    void anAccountIsUnknownToTheNeighbour(Sandbox sandbox, SandboxAccount account) {
        try (var other = sandbox.beside(java.util.OptionalLong.empty(), seed -> {})) {
            var theirs = Http.token(other, other.account().ownerKey().reveal());

            var answer = Http.getAs(theirs, sandbox.url() + "/v1/serviceids/?account_id=" + account.id());

            assertThat(answer.status()).isEqualTo(403);
        }
    }
}
