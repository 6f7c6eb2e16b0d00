// Room: sandbox-eventstreams.
package io.lanyard.sandbox.eventstreams;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Keeps the two logging libraries that come with Kafka from saying on the screen that they have nobody to log to. What is set
 * already, and a provider that is there, stays as it is.
 */
final class Quiet {
    private static final Logger LOG = System.getLogger(Quiet.class.getName());

    private Quiet() {}

    /** Lets both look for a provider now, and in silence. */
    static void kafka() {
        look("slf4j.internal.verbosity", "ERROR", "org.slf4j.LoggerFactory");
        if (Quiet.class.getClassLoader().getResource("META-INF/services/org.apache.logging.log4j.spi.Provider")
                == null) {
            look(
                    "log4j.provider",
                    "org.apache.logging.log4j.simple.internal.SimpleProvider",
                    "org.apache.logging.log4j.LogManager");
        }
    }

    private static void look(String setting, String value, String library) {
        if (System.getProperty(setting) != null) {
            return;
        }
        System.setProperty(setting, value);
        try {
            Class<?> loggers = Class.forName(library);
            if (library.startsWith("org.slf4j")) {
                loggers.getMethod("getILoggerFactory").invoke(null);
            }
        } catch (ReflectiveOperationException other) {
            LOG.log(Level.DEBUG, "A logging library of another version", other);
        } finally {
            System.clearProperty(setting);
        }
    }
}
