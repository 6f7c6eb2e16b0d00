package io.lanyard.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Core, tests: one line for each request, and nothing in it that somebody would have to hide. */
class LogTest {

    private static final Logger LOGGER = Logger.getLogger("io.lanyard.core");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(MessageFormat.format(line.getMessage(), line.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOGGER.setLevel(Level.FINE);
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(handler);
    }

    @AfterEach
    void leave() {
        LOGGER.removeHandler(handler);
        LOGGER.setUseParentHandlers(true);
        LOGGER.setLevel(null);
    }

    @Test
    void oneLineForEachAttemptWithoutBodiesHeadersOrQueries() throws Exception {
        var count = new AtomicInteger();
        try (var bench = new Bench(
                exchange -> {
                    if (count.incrementAndGet() == 1) {
                        exchange.reset();
                    } else {
                        exchange.json(404, "{\"errors\":[{\"message\":\"hush-body\"}]}", "Transaction-Id: t-1");
                    }
                },
                o -> o.credentials(Credentials.bearer(Secret.of("hush-token"))))) {
            assertThatThrownBy(() -> bench.iam
                            .put("replaceThing", "/v1/things/{id}", "x")
                            .query("q", "hush-query")
                            .header("IAM-ApiKey", Secret.of("hush-header"))
                            .json(Map.of("password", "hush-json"))
                            .done())
                    .isInstanceOf(NotFoundException.class);

            assertThat(lines).hasSize(2).noneMatch(line -> line.contains("hush"));
            assertThat(lines.get(0)).startsWith("replaceThing PUT /v1/things/x attempt 1: no answer after ");
            assertThat(lines.get(1))
                    .matches("replaceThing PUT /v1/things/x attempt 2: 404 in \\d+ ms, transaction t-1");
        }
    }
}
