package io.lanyard.workshop.labs;

import io.lanyard.sandbox.AccountSeed;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.workshop.engine.Explanation;
import io.lanyard.workshop.engine.Refusal;
import io.lanyard.workshop.engine.UnexpectedStateException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Labs: an account of a sandbox in this process. It is as old accounts are: registry enforcement is off in us-south. */
public final class EmbeddedSandbox extends AccountEnvironment {
    private final Sandbox sandbox;
    private final Map<String, String> variables;
    private final Optional<Duration> started;

    private EmbeddedSandbox(Sandbox sandbox, Map<String, String> variables, Optional<Duration> started) {
        super(variables);
        this.sandbox = sandbox;
        this.variables = Map.copyOf(variables);
        this.started = started;
    }

    /**
     * Starts a sandbox with one account.
     *
     * @return the account; closing it ends the sandbox
     */
    public static EmbeddedSandbox start() {
        long before = System.nanoTime();
        var sandbox = Sandbox.start(o -> o.account(EmbeddedSandbox::people));
        var took = Duration.ofNanos(System.nanoTime() - before);
        return new EmbeddedSandbox(sandbox, sandbox.account().environment(), Optional.of(took));
    }

    /**
     * Uses the account of a sandbox that is there already, for example with WireMock in front of it.
     *
     * @param sandbox the sandbox; it goes on when this environment is closed
     * @param variables how to reach its account
     * @return the account
     */
    public static EmbeddedSandbox in(Sandbox sandbox, Map<String, String> variables) {
        return new EmbeddedSandbox(sandbox, variables, Optional.empty());
    }

    /**
     * Opens the partner's account, and gives the variables of a program that works in both.
     *
     * @param sandbox where
     * @return the environment of the sandbox's account, and how to reach the partner's
     */
    public static Map<String, String> variables(Sandbox sandbox) {
        return withPartner(sandbox.account().environment(), sandbox);
    }

    private static Map<String, String> withPartner(Map<String, String> variables, Sandbox sandbox) {
        boolean here = sandbox.account().id().value().equals(variables.get(ACCOUNT));
        var partner = here ? openPartner(sandbox) : openSubcontractor(sandbox);
        var both = new LinkedHashMap<>(variables);
        both.put(PARTNER_KEY, partner.ownerKey().reveal());
        both.put(PARTNER_ACCOUNT, partner.id().value());
        return both;
    }

    /** Its owner is a member of the workshop's account, too: somebody invited her. */
    private static SandboxAccount openPartner(Sandbox sandbox) {
        var partner = sandbox.newAccount(
                seed -> seed.name("Partner account").owner("paula@partner.example", "Paula", "Partner"));
        sandbox.account().admit(partner);
        return partner;
    }

    /** The partner of the partner, whom nobody here knows. */
    private static SandboxAccount openSubcontractor(Sandbox sandbox) {
        return sandbox.newAccount(
                seed -> seed.name("Subcontractor account").owner("sam@subcontractor.example", "Sam", "Subcontractor"));
    }

    /**
     * Says who is in the account: its owner, and a colleague who pushes to the registry without any policy.
     *
     * @param seed an account to be
     */
    public static void people(AccountSeed seed) {
        seed.name("Workshop account").old().member("carla@example.com", "Carla", "Colleague");
    }

    @Override
    public Optional<Explanation> why(Refusal refusal) {
        return Explanations.of(sandbox.decision(refusal.transactionId()));
    }

    @Override
    String iamUrl() {
        return sandbox.url();
    }

    @Override
    Optional<LabEnvironment> another() {
        var both = variables.containsKey(PARTNER_KEY) ? variables : withPartner(variables, sandbox);
        return Optional.of(in(sandbox, asPartner(both)));
    }

    @Override
    public void deliverNow() {
        if (!sandbox.flush()) {
            throw new UnexpectedStateException("a target takes no events: GET /sandbox/v1/routing says which, and why");
        }
    }

    @Override
    public Optional<Delivery> deliveryTo(String targetId) {
        return new Deliveries(cloud(), sandbox).to(targetId);
    }

    @Override
    public void advance(Duration time) {
        sandbox.clock().advance(time);
        forgetTokens();
    }

    @Override
    public List<String> facts() {
        var account = cloud().requireAccount().value();
        var ready = started.map(took -> String.format("sandbox ready in %.1f s", took.toMillis() / 1000.0))
                .orElse("sandbox");
        return List.of(ready, "account " + account.substring(0, 4) + "…" + account.substring(account.length() - 2));
    }

    @Override
    public synchronized void close() {
        super.close();
        if (started.isPresent()) {
            sandbox.close();
        }
    }
}
