package io.lanyard.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Core, tests: read, change, write: nothing that others wrote is lost, and no end is out of sight. */
class UpdatesTest {

    private final AtomicInteger revision = new AtomicInteger();
    private final StringBuilder text = new StringBuilder("a");
    private final AtomicInteger others = new AtomicInteger();

    private Versioned<String> read() {
        return new Versioned<>(text.toString(), ETag.of("r" + revision.get()));
    }

    /** A service on which somebody else writes {@code others} times, always between our read and our write. */
    private Versioned<String> write(String value, ETag etag, int refusal) {
        if (others.getAndDecrement() > 0) {
            text.append('+');
            revision.incrementAndGet();
        }
        if (!etag.equals(ETag.of("r" + revision.get()))) {
            throw ApiException.of(failure(refusal));
        }
        text.setLength(0);
        text.append(value);
        revision.incrementAndGet();
        return read();
    }

    @Test
    void beginsAgainWhenSomebodyElseWasFaster() {
        others.set(3);

        var written = Updates.update(this::read, old -> old + "!", (value, etag) -> write(value, etag, 412));

        assertThat(written.value()).isEqualTo("a+++!");
    }

    @Test
    void understandsServicesThatSay409() {
        others.set(1);

        assertThat(Updates.update(this::read, old -> old + "!", (value, etag) -> write(value, etag, 409))
                        .value())
                .isEqualTo("a+!");
    }

    @Test
    void givesUpAfterFiveRounds() {
        others.set(100);

        assertThatThrownBy(() -> Updates.update(this::read, old -> old + "!", (value, etag) -> write(value, etag, 412)))
                .isInstanceOf(PreconditionFailedException.class);
        assertThat(text).hasToString("a+++++");
    }

    @Test
    void aConflictAboutSomethingElseIsNotRepeated() {
        var writes = new AtomicInteger();

        assertThatThrownBy(() -> Updates.update(this::read, old -> old, (value, etag) -> {
                    writes.incrementAndGet();
                    throw ApiException.of(failure(409));
                }))
                .isInstanceOf(ConflictException.class);
        assertThat(writes).hasValue(1);
    }

    private static ApiFailure failure(int status) {
        var call = new CallEvent(
                "updateThing",
                "PUT",
                "/",
                java.util.OptionalInt.of(status),
                java.util.Optional.empty(),
                1,
                java.time.Duration.ZERO);
        return new ApiFailure(call, status, java.util.List.of(), "", java.util.Optional.empty());
    }
}
