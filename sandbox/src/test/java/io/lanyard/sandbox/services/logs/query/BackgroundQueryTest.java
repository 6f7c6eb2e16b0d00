// Room: sandbox / logs, tests. A query that breaks off.
package io.lanyard.sandbox.services.logs.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no other test can bring about: the question itself breaks. */
class BackgroundQueryTest {
    @Test
    @SuppressWarnings("NullAway") // a question that isn't there is an accident as good as any
    void anAccidentEndsIt(@TempDir Path folder) {
        var query = new BackgroundQuery(null, () -> Instant.EPOCH, folder.resolve("results"));

        query.run();

        assertThat(query.isOver()).isTrue();
        assertThat(query.state()).isEqualTo(BackgroundQuery.State.FAILED);
        assertThat(query.failure()).startsWith("The query broke off");
    }
}
