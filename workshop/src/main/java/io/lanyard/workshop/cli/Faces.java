package io.lanyard.workshop.cli;

import io.lanyard.workshop.engine.LabListener;
import io.lanyard.workshop.terminal.JsonFace;
import io.lanyard.workshop.terminal.Look;
import io.lanyard.workshop.terminal.TerminalFace;
import io.lanyard.workshop.terminal.Ticker;
import picocli.CommandLine.Option;

/** Command line: how results are shown; the same options for every command that shows a lab. */
final class Faces {
    @Option(
            names = "--plain",
            description =
                    "Words instead of glyphs, no colours. Also chosen by NO_COLOR, and when the output is no terminal.")
    private boolean plain;

    @Option(names = "--json", description = "One JSON document for machines, in the form of Exercism's result file.")
    private boolean json;

    @Option(
            names = {"-v", "--verbose"},
            description = "Also show the wire: method, path, status, transaction id.")
    private boolean verbose;

    LabListener face(Console console, Ticker ticker) {
        return json
                ? new JsonFace(console.out(), verbose)
                : new TerminalFace(
                        console.out(), Look.choose(plain, console.terminal(), console.environment()), verbose, ticker);
    }
}
