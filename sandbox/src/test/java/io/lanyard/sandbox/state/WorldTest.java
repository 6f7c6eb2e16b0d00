// Room: sandbox / state.
package io.lanyard.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorldTest {
    private static final String ACCOUNT = "a".repeat(32);

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
}
