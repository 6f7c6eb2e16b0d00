package io.lanyard.core;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.call.Polling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Core, tests: what takes a while is waited for, and never longer than the deadline allows. */
class PollingTest {

    private final TurnedWorld world = new TurnedWorld().alwaysDraws(0.999);
    private final List<Duration> looks = new ArrayList<>();

    private IbmCloud cloud() {
        return IbmCloud.create(o -> o.ambient(world).deadline(ofSeconds(10)));
    }

    private Optional<String> after(int times, IbmCloud within) {
        looks.add(within.pipeline().settings().deadline());
        return looks.size() < times ? Optional.empty() : Optional.of("there");
    }

    @Test
    void looksOnceWhenItIsThereAlready() {
        assertThat(Polling.<String>until(cloud(), "awaitThing", "the thing", within -> after(1, within)))
                .isEqualTo("there");
        assertThat(world.waits).isEmpty();
    }

    @Test
    void waitsLongerAndLongerAndLeavesEachLookWhatIsLeft() {
        assertThat(Polling.<String>until(cloud(), "awaitThing", "the thing", within -> after(4, within)))
                .isEqualTo("there");

        assertThat(world.waits).isSorted().hasSize(3);
        assertThat(looks.get(0)).isEqualTo(ofSeconds(10));
        assertThat(looks.get(3)).isLessThan(ofSeconds(9));
    }

    @Test
    void givesUpInTimeAndSaysWhatItWaitedFor() {
        assertThatThrownBy(() -> Polling.until(cloud(), "awaitThing", "the thing", within -> after(1_000, within)))
                .isInstanceOf(DeadlineException.class)
                .hasMessageStartingWith("awaitThing failed: looked ")
                .hasMessageContaining(" times within 10000 ms for the thing. Look again later");

        assertThat(world.waits.stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(ofSeconds(10));
    }

    @Test
    void aLookThatTakesTooLongEndsIt() {
        assertThatThrownBy(() -> Polling.until(cloud(), "awaitThing", "the thing", within -> {
                    world.advance(ofSeconds(11));
                    return Optional.empty();
                }))
                .isInstanceOf(DeadlineException.class)
                .hasMessageContaining("looked 1 time within");
    }

    @Test
    void aLooksOwnDeadlineIsTold() {
        assertThatThrownBy(() -> Polling.until(
                        cloud(),
                        "awaitThing",
                        "the thing",
                        within -> Polling.until(
                                within.with(o -> o.deadline(ofMillis(1))), "inner", "x", deeper -> Optional.empty())))
                .isInstanceOf(DeadlineException.class)
                .hasMessageStartingWith("awaitThing failed")
                .hasCauseInstanceOf(DeadlineException.class);
    }

    @Test
    void canBeInterrupted() {
        world.interruptsAtFirstWait();

        assertThatThrownBy(() -> Polling.until(cloud(), "awaitThing", "the thing", within -> Optional.empty()))
                .isInstanceOf(CallInterruptedException.class);

        assertThat(Thread.interrupted()).isTrue();
    }
}
