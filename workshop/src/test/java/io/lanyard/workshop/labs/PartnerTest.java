package io.lanyard.workshop.labs;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.junit.SandboxExtension;
import io.lanyard.workshop.engine.Lab.Reach;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens between accounts needs a second one. */
final class PartnerTest {
    @RegisterExtension
    static final SandboxExtension SANDBOX = SandboxExtension.started().account(EmbeddedSandbox::people);

    @Test
    void aSandboxHasOneWhenItIsAskedFor(Sandbox sandbox) {
        try (var environment = EmbeddedSandbox.in(sandbox, sandbox.account().environment())) {
            var seen = new ArrayList<String>();
            environment.wireTo((method, path, status, transactionId) -> seen.add(path));

            var partner = environment.partner().orElseThrow();

            assertThat(partner.cloud().requireAccount())
                    .isNotEqualTo(environment.cloud().requireAccount());
            assertThat(environment.partner()).containsSame(partner);
            partner.cloud()
                    .raw()
                    .get("iam", "/v1/serviceids/?account_id=" + partner.cloud().requireAccount());
            assertThat(seen).contains("/v1/serviceids/");
        }
    }

    @Test
    void thoseWhoWorkByHandNameIt(Sandbox sandbox) {
        var variables = EmbeddedSandbox.variables(sandbox);

        try (var environment = RealAccount.toLookAt(variables, false);
                var same = EmbeddedSandbox.in(sandbox, variables)) {
            var theirs = environment.partner().orElseThrow().cloud().requireAccount();
            assertThat(theirs.value()).isEqualTo(variables.get("LANYARD_PARTNER_ACCOUNT_ID"));
            assertThat(same.partner().orElseThrow().cloud().requireAccount()).isEqualTo(theirs);
            assertThat(environment.partner().orElseThrow().partner()).isEmpty();
        }
    }

    @Test
    void thePartnersOwnerIsAGuestHereAndHisPartnerIsAStranger(Sandbox sandbox) {
        var users = sandbox.account().state().users();

        try (var environment = EmbeddedSandbox.in(sandbox, sandbox.account().environment())) {
            assertThat(environment.partner().orElseThrow().partner()).isPresent();

            assertThat(users.stream().filter(user -> user.email().startsWith("paula@")))
                    .hasSize(1);
            assertThat(users.stream().filter(user -> user.email().startsWith("sam@")))
                    .isEmpty();
        }
    }

    @Test
    void nobodyIsAPartnerUnlessHeIsNamed(Sandbox sandbox) {
        try (var environment = RealAccount.toLookAt(sandbox.account().environment(), false)) {
            assertThat(environment.partner()).isEmpty();
        }
    }

    @Test
    void onlyALabThatKeepsToItselfIsPlayedInARealAccount() {
        assertThat(List.of(Reach.values())).filteredOn(Reach::isForRealAccounts).containsExactly(Reach.OWN_THINGS);
    }
}
