// Docs: plays a lab as a person without colours sees it, and keeps what each step shows.
package io.lanyard.docs.tutorials;

import io.lanyard.sandbox.Sandbox;
import io.lanyard.workshop.engine.LabEngine;
import io.lanyard.workshop.engine.LabEvent;
import io.lanyard.workshop.engine.LabListener;
import io.lanyard.workshop.engine.Outcome;
import io.lanyard.workshop.engine.Report;
import io.lanyard.workshop.labs.CloudTroubles;
import io.lanyard.workshop.labs.EmbeddedSandbox;
import io.lanyard.workshop.labs.LabSource;
import io.lanyard.workshop.terminal.Look;
import io.lanyard.workshop.terminal.TerminalFace;
import io.lanyard.workshop.terminal.Ticker;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** One lab, played once. */
final class LabRun {

    private final StringWriter shown = new StringWriter();
    private final Map<String, String> output = new LinkedHashMap<>();
    private String step = "";

    private LabRun() {}

    /** Returns what each step showed, by its id: without its title and its why, which the page says itself. */
    static Captured of(LabSource source, Sandbox sandbox) {
        LabRun run = new LabRun();
        try (EmbeddedSandbox environment =
                        EmbeddedSandbox.in(sandbox, sandbox.account().environment());
                Ticker ticker = new Still()) {
            Report report = new LabEngine(
                            run.watch(new TerminalFace(new PrintWriter(run.shown, true), Look.PLAIN, false, ticker)),
                            new CloudTroubles())
                    .run(source.in(environment), source.facts(environment));
            if (report.outcome() != Outcome.DONE) {
                throw new AssertionError("the lab did not get to its end:\n" + run.output + run.shown);
            }
        }
        return Captured.masked(run.output);
    }

    private LabListener watch(LabListener face) {
        return event -> {
            if (event instanceof LabEvent.Ended) {
                keep();
            }
            if (event instanceof LabEvent.StepStarted started) {
                keep();
                face.on(event);
                shown.getBuffer().setLength(0);
                step = started.step().id();
                return;
            }
            face.on(event);
        };
    }

    private void keep() {
        if (!step.isEmpty()) {
            output.put(step, shown.toString().stripTrailing().stripIndent());
        }
        shown.getBuffer().setLength(0);
        step = "";
    }

    /** No line says how long something takes: that differs from run to run. */
    private static final class Still implements Ticker {
        @Override
        public Runnable everySecond(Runnable task) {
            return () -> {};
        }

        @Override
        public void close() {
            // nothing ticks
        }
    }
}
