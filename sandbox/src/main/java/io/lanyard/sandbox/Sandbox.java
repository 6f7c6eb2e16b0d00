// Room: sandbox / front door.
package io.lanyard.sandbox;

import io.lanyard.core.AccountId;
import io.lanyard.sandbox.kernel.Door;
import io.lanyard.sandbox.kernel.Verdict;
import io.lanyard.sandbox.kernel.Verdicts;
import io.lanyard.sandbox.services.routing.RoutingPart;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.AuditEvent;
import io.lanyard.sandbox.state.SandboxClock;
import io.lanyard.sandbox.state.World;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * A stateful IBM Cloud in this JVM: real tokens, real denials, audit events, a clock to turn. It listens on loopback only.
 *
 * <pre>{@code
 * try (var sandbox = Sandbox.start()) {
 *     var cloud = sandbox.account().cloud();
 *     …
 * }
 * }</pre>
 */
public final class Sandbox implements AutoCloseable {
    private final Engine engine;
    private final World world;
    private final boolean owner;
    private final SandboxAccount account;

    private Sandbox(Engine engine, World world, boolean owner, Consumer<AccountSeed> seeding) {
        this.engine = engine;
        this.world = world;
        this.owner = owner;
        this.account = newAccount(seeding);
    }

    /**
     * Starts one on free ports, with one account.
     *
     * @return the running sandbox
     */
    public static Sandbox start() {
        return start(options -> {});
    }

    /**
     * Starts one as told.
     *
     * @param telling sets the options
     * @return the running sandbox
     * @throws io.lanyard.sandbox.mount.PortTakenException when a port that it was told is in use
     */
    public static Sandbox start(Consumer<SandboxOptions> telling) {
        var options = new SandboxOptions();
        telling.accept(options);
        var engine = new Engine(options);
        return new Sandbox(engine, engine.first(), true, options.account());
    }

    /**
     * Makes another sandbox on the same server: accounts, ids and a clock of its own, nothing shared but the sockets.
     *
     * @param seed makes its ids repeatable, when there is one
     * @param seeding says what its account starts with
     * @return the other sandbox
     */
    public Sandbox beside(OptionalLong seed, Consumer<AccountSeed> seeding) {
        return new Sandbox(engine, engine.world(seed, world.clock().now()), false, seeding);
    }

    /**
     * Returns where the IAM APIs are.
     *
     * @return a URL such as {@code http://127.0.0.1:9000}
     */
    public String url() {
        return "http://" + engine.mount().authority(Door.CONTROL);
    }

    /**
     * Returns where the registry of a region is, as image names begin with it.
     *
     * @param region {@code us-south} or {@code eu-gb}
     * @return host and port
     */
    public String registry(String region) {
        return engine.mount().authority(Door.registry(region));
    }

    /**
     * Returns the regions that have a registry here.
     *
     * @return {@code us-south} and {@code eu-gb}
     */
    public static List<String> regions() {
        return Engine.REGIONS;
    }

    /**
     * Returns where the management API of a region's registry is.
     *
     * @param region {@code us-south} or {@code eu-gb}
     * @return a URL
     */
    public String registryUrl(String region) {
        return "http://" + registry(region);
    }

    /**
     * Returns where Object Storage is: S3 for the buckets of all regions, path style.
     *
     * @return a URL
     */
    public String storageUrl() {
        return "http://" + engine.mount().authority(Door.storage());
    }

    /**
     * Returns the account that it was started with.
     *
     * @return the first account
     */
    public SandboxAccount account() {
        return account;
    }

    /**
     * Opens another account.
     *
     * @param seeding says what it starts with
     * @return the account
     */
    public SandboxAccount newAccount(Consumer<AccountSeed> seeding) {
        var seed = new AccountSeed();
        seeding.accept(seed);
        return SandboxAccount.open(this, seed);
    }

    /**
     * Returns the clock of all its accounts.
     *
     * @return the clock: read it, turn it, stop it
     */
    public SandboxClock clock() {
        return world.clock();
    }

    /**
     * Returns what calls left in the audit journal of an account; the last ten thousand.
     *
     * @param id the account
     * @return the events, oldest first
     */
    public List<AuditEvent> events(AccountId id) {
        return known(id).journal().entries();
    }

    /**
     * Returns what the guard said in the calls about an account; the last two thousand.
     *
     * @param id the account
     * @return the verdicts, oldest first
     */
    public List<Verdict> decisions(AccountId id) {
        return Verdicts.of(known(id)).all();
    }

    /**
     * Has event routing deliver what happened so far, without the second that it gathers events for buckets.
     *
     * @return whether all of it is delivered, or counted as failed or dropped; false when a target is stuck
     */
    public boolean flush() {
        return RoutingPart.flush(world.accounts());
    }

    private Account known(AccountId id) {
        return world.accounts().stream()
                .filter(a -> a.id().equals(id.value()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("this sandbox has no account " + id));
    }

    /**
     * Returns what the guard said in one call.
     *
     * @param transactionId the call's {@code Transaction-Id}
     * @return the verdicts in the order asked; empty when they are forgotten, or the call was not guarded
     */
    public List<Verdict> decision(String transactionId) {
        return world.accounts().stream()
                .flatMap(a -> Verdicts.of(a).of(transactionId).stream())
                .toList();
    }

    World world() {
        return world;
    }

    /** Closes the sockets; of a sandbox beside another one, only its accounts go. */
    @Override
    public void close() {
        if (owner) {
            engine.close();
        } else {
            world.close();
        }
    }
}
