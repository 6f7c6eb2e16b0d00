package io.lanyard.workshop.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Command line: what a command reads and writes. A test brings its own.
 *
 * @param in what a person types
 * @param out results
 * @param err troubles
 * @param environment the environment variables
 * @param terminal whether a person sits at the other end of {@code out}
 */
public record Console(
        BufferedReader in, PrintWriter out, PrintWriter err, Map<String, String> environment, boolean terminal) {

    /** Set by the launcher, which can tell what its standard output is; a JVM of version 17 can't. */
    static final String TERMINAL = "lanyard.terminal";

    /**
     * The console of this process.
     *
     * @return standard input, output and error
     */
    public static Console ofThisProcess() {
        return new Console(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                System.getenv(),
                Boolean.getBoolean(TERMINAL));
    }
}
