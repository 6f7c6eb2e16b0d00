// Room: sandbox / front door.
package io.lanyard.sandbox;

import io.lanyard.sandbox.kernel.ExchangeObserver;
import io.lanyard.sandbox.services.routing.Doors;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a sandbox can be told before it starts. Mutable only inside the lambda that it is given to. */
public final class SandboxOptions {
    private int port;
    private @Nullable Path dataFolder;
    private OptionalLong seed = OptionalLong.empty();
    private @Nullable Instant start;
    private boolean freshKey;
    private boolean lenient;
    private boolean reportOnly;
    private final List<ExchangeObserver> observers = new ArrayList<>();
    private Consumer<AccountSeed> account = AccountSeed::old;
    private UnaryOperator<Doors> doors = UnaryOperator.identity();

    SandboxOptions() {}

    /**
     * Fixes the control port; the registries follow at the next two, and Object Storage after them. Free ports are taken unless told.
     *
     * @param number the port, or 0 for free ones
     * @return these options
     */
    public SandboxOptions port(int number) {
        if (number < 0 || number > 65_532) {
            throw new IllegalArgumentException("a port is between 0 and 65532 (three more follow it), not " + number);
        }
        port = number;
        return this;
    }

    /**
     * Puts the content of images and objects, and the logs, into files below a folder rather than into memory or temporary files.
     * It goes with the sandbox: what a sandbox holds begins and ends with it.
     *
     * @param folder made when it is not there; its parts of ours must be empty, or a sandbox's
     * @return these options
     */
    public SandboxOptions dataFolder(Path folder) {
        dataFolder = folder;
        return this;
    }

    /**
     * Makes ids and keys repeatable: the same seed gives the same ones. They are secret random ones unless told.
     *
     * @param number any number
     * @return these options
     */
    public SandboxOptions seed(long number) {
        seed = OptionalLong.of(number);
        return this;
    }

    /**
     * Starts the clock at another time than now.
     *
     * @param time what it shows first
     * @return these options
     */
    public SandboxOptions startAt(Instant time) {
        start = time;
        return this;
    }

    /**
     * Signs tokens with a key that nobody else has. Without it tokens are signed by the development key, which is in the public
     * source: right inside one JVM, wrong for a sandbox that others can reach.
     *
     * @return these options
     */
    public SandboxOptions freshKey() {
        freshKey = true;
        return this;
    }

    /**
     * Lets unknown fields and parameters pass in silence, as IBM Cloud does. They are refused with a hint unless told.
     *
     * @return these options
     */
    public SandboxOptions lenient() {
        lenient = true;
        return this;
    }

    /**
     * Records denials without denying; every answer then says {@code Sandbox-Enforcement: report-only}.
     *
     * @return these options
     */
    public SandboxOptions reportOnly() {
        reportOnly = true;
        return this;
    }

    /**
     * Adds someone who sees every exchange; those that {@link java.util.ServiceLoader} finds see them too.
     *
     * @param observer safe for several threads
     * @return these options
     */
    public SandboxOptions observer(ExchangeObserver observer) {
        observers.add(observer);
        return this;
    }

    /**
     * Says what the first account starts with; an old account without members unless told.
     *
     * @param seeding fills the seed
     * @return these options
     */
    public SandboxOptions account(Consumer<AccountSeed> seeding) {
        account = seeding;
        return this;
    }

    /** Puts something before the doors that events are delivered through: a test that listens, or breaks them. */
    SandboxOptions doors(UnaryOperator<Doors> instead) {
        doors = instead;
        return this;
    }

    UnaryOperator<Doors> doors() {
        return doors;
    }

    int port() {
        return port;
    }

    Optional<Path> dataFolder() {
        return Optional.ofNullable(dataFolder);
    }

    OptionalLong seed() {
        return seed;
    }

    Optional<Instant> start() {
        return Optional.ofNullable(start);
    }

    boolean hasFreshKey() {
        return freshKey;
    }

    boolean isLenient() {
        return lenient;
    }

    boolean isReportOnly() {
        return reportOnly;
    }

    List<ExchangeObserver> observers() {
        return observers;
    }

    Consumer<AccountSeed> account() {
        return account;
    }
}
