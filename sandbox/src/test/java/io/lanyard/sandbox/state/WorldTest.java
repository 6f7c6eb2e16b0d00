// Room: sandbox / state.
package io.lanyard.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.sandbox.Eventually;
import io.lanyard.sandbox.services.registry.RegistryState;
import io.lanyard.sandbox.services.storage.store.StorageState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorldTest {
    private static final String ACCOUNT = "a".repeat(32);

    private static World world() {
        return new World(new SandboxClock(Instant.EPOCH), new Ids(new Random(1)), new Directory());
    }

    @Test
    void anEndingThatFailsKeepsNoOtherBackAndIsTold() {
        var directory = new Directory();
        var world = new World(new SandboxClock(Instant.EPOCH), new Ids(new Random(1)), directory);
        world.open(ACCOUNT, "ours", new User("IBMid-1", ACCOUNT, "a@example.com", "A", "B", "ACTIVE"), false);
        var done = new ArrayList<String>();
        world.beforeClose(() -> {
            throw new IllegalStateException("a farewell failed");
        });
        world.beforeClose(() -> done.add("farewell"));
        world.onClose(() -> {
            throw new IllegalStateException("an ending failed");
        });
        world.onClose(() -> done.add("ending"));

        assertThatThrownBy(world::close).isInstanceOf(IllegalStateException.class);

        assertThat(done).containsExactly("farewell", "ending");
        assertThat(directory.accounts()).isEmpty();
    }

    @Test
    void nothingBeginsInAWorldThatHasEnded() {
        var world = world();
        var storage = new StorageState(Optional.empty());
        var registry = new RegistryState(Optional.empty());
        storage.in(world);
        registry.catalog(world, "us-south");

        world.close();

        assertThatThrownBy(() -> storage.in(world)).isInstanceOf(World.EndedException.class);
        assertThatThrownBy(() -> registry.catalog(world, "us-south")).isInstanceOf(World.EndedException.class);
        assertThatThrownBy(() -> world.whileOpen(() -> "a folder")).isInstanceOf(World.EndedException.class);
    }

    @Test
    void aFarewellOfTheLastMomentIsSaid() throws Exception {
        var world = world();
        var done = new ArrayList<String>();
        world.onClose(() -> done.add("ending"));
        var closing = new Thread(world::close);

        var made = world.whileOpen(() -> {
            closing.start();
            awaitItsTurn(closing);
            world.beforeClose(() -> done.add("farewell"));
            return "made";
        });
        closing.join();

        assertThat(made).isEqualTo("made");
        assertThat(done).containsExactly("farewell", "ending");
    }

    /** Until it has said the farewells, and waits for what is being made. */
    private static void awaitItsTurn(Thread closing) {
        try {
            Eventually.isSo(() -> closing.getState() == Thread.State.WAITING);
        } catch (Exception never) {
            throw new AssertionError(never);
        }
    }

    @Test
    void whatIsToEndWithAWorldThatHasEndedEndsAtOnce() {
        var world = world();
        var done = new ArrayList<String>();
        world.onClose(() -> world.onClose(() -> done.add("asked for while it ended")));
        world.close();
        world.beforeClose(() -> done.add("late farewell"));
        world.onClose(() -> done.add("late ending"));

        assertThat(done).containsExactly("asked for while it ended", "late farewell", "late ending");
    }
}
