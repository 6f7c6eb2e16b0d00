// Room: sandbox / mount. Where the HTTP server logs.
package io.lanyard.sandbox.mount;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Keeps the server quiet. It prefers Log4j's API to Java's own logging, even where the API has nobody behind it; that is so
 * beside a Kafka broker, and would be said on the screen.
 */
final class ServerLog {
    private static final String CHOICE = "org.jboss.logging.provider";

    /** Held, or the levels would be forgotten with the loggers: the server's greetings are not the sandbox's. */
    private static final List<Logger> QUIET = Stream.of("io.undertow", "org.xnio", "org.jboss.threads")
            .map(Logger::getLogger)
            .toList();

    private ServerLog() {}

    /** Chooses for the server, unless somebody has chosen, or somebody is behind Log4j's API. */
    static void quiet() {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        var nobody =
                ServerLog.class.getClassLoader().getResource("META-INF/services/org.apache.logging.log4j.spi.Provider")
                        == null;
        if (nobody && System.getProperty(CHOICE) == null) {
            System.setProperty(CHOICE, "jdk");
            try {
                Class.forName("org.jboss.logging.LoggerProviders");
            } catch (ClassNotFoundException moved) {
                QUIET.get(0).log(Level.FINE, "The server's logging library is another one", moved);
            } finally {
                System.clearProperty(CHOICE);
            }
        }
    }
}
