package io.lanyard.workshop.labs.external;

import static io.lanyard.policy.ExternalAccess.reportOnly;

import io.lanyard.audit.ExternalIdentityReport;
import io.lanyard.core.AccountId;
import io.lanyard.policy.AccessManagementSettings;
import io.lanyard.policy.ExternalAccess;
import io.lanyard.policy.ExternalState;
import io.lanyard.policy.PolicyClient;
import io.lanyard.workshop.engine.CleanUp;
import io.lanyard.workshop.labs.LabEnvironment;
import java.util.List;
import java.util.Optional;

/** External: the setting that says what an account does about tokens of other accounts. */
final class Doors {
    private final LabEnvironment environment;
    private Optional<AccessManagementSettings> before = Optional.empty();

    Doors(LabEnvironment environment) {
        this.environment = environment;
    }

    void lookAround() {
        before = Optional.of(now());
    }

    AccessManagementSettings now() {
        return new PolicyClient(environment.cloud())
                .accessSettings()
                .get(account())
                .value();
    }

    AccessManagementSettings watch() {
        var policies = new PolicyClient(environment.cloud());
        var account = account();
        // tag::report-only[]
        var settings = policies.accessSettings().update(account, s -> s.withAll(reportOnly()));
        // end::report-only[]
        return settings;
    }

    AccessManagementSettings allow(AccountId partner) {
        var policies = new PolicyClient(environment.cloud());
        var account = account();
        // tag::allowlist[]
        var settings = policies.accessSettings()
                .update(account, s -> s.withUsers(reportOnly(partner)).withServiceIds(reportOnly(partner)));
        // end::allowlist[]
        return settings;
    }

    /** Takes over what the report proposes, but for whom nobody knows. */
    AccessManagementSettings limit(ExternalIdentityReport report, AccountId partner) {
        var policies = new PolicyClient(environment.cloud());
        var account = account();
        // tag::limited[]
        var wanted = report.proposal().withUsers(ExternalAccess.limited(partner));
        var settings = policies.accessSettings().update(account, s -> wanted);
        // end::limited[]
        return settings;
    }

    /** One line for a person. */
    static String words(AccessManagementSettings settings) {
        return "users: " + words(settings.users()) + "; service IDs: " + words(settings.serviceIds()) + "; services: "
                + words(settings.services());
    }

    private static String words(ExternalAccess rule) {
        var console = rule.state().equals(ExternalState.MONITOR)
                ? "Report-only"
                : rule.state().equals(ExternalState.LIMITED) ? "Limited" : "Enabled";
        int allowed = rule.allowedAccounts().size();
        return console
                + (allowed == 0 ? "" : allowed == 1 ? ", 1 account allowed" : ", " + allowed + " accounts allowed");
    }

    boolean isWatchedOrLimited() {
        var settings = now();
        return List.of(settings.users(), settings.serviceIds()).stream()
                .noneMatch(rule -> rule.state().equals(ExternalState.ENABLED));
    }

    boolean isLimited() {
        var settings = now();
        return List.of(settings.users(), settings.serviceIds(), settings.services()).stream()
                .allMatch(rule -> rule.state().equals(ExternalState.LIMITED));
    }

    /** The lab may be stopped at any moment, and must not leave anybody outside. */
    CleanUp<AccessManagementSettings> cleanUp() {
        return new CleanUp<>(
                "change of the setting",
                () -> before.filter(settings -> !settings.equals(now())).stream()
                        .toList(),
                settings ->
                        new PolicyClient(environment.cloud()).accessSettings().update(account(), changed -> settings));
    }

    private AccountId account() {
        return environment.cloud().requireAccount();
    }
}
