package io.lanyard.workshop.cli;

import io.lanyard.workshop.engine.LabEngine;
import io.lanyard.workshop.engine.LabEvent;
import io.lanyard.workshop.engine.LabListener;
import io.lanyard.workshop.engine.Outcome;
import io.lanyard.workshop.labs.CloudTroubles;
import io.lanyard.workshop.labs.EmbeddedSandbox;
import io.lanyard.workshop.labs.LabEnvironment;
import io.lanyard.workshop.labs.LabSource;
import io.lanyard.workshop.labs.RealAccount;
import io.lanyard.workshop.terminal.Ticker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command line: plays a lab. */
@Command(
        name = "run",
        description = "Play a lab: show requests, answers and denials as they happen, check, and clean up.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private LabName name = new LabName();

    @Mixin
    private Faces faces = new Faces();

    @Option(
            names = "--real",
            description =
                    "Play it in the real account that --account names, with the key in IBMCLOUD_API_KEY, and clean up"
                            + " afterwards.")
    private boolean real;

    @Option(names = "--account", paramLabel = "ID", description = "With --real: the account to play it in.")
    private String account = "";

    @Option(names = "--yes", description = "With --real: don't ask before starting.")
    private boolean yes;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var source = name.lab();
        if (!real) {
            if (!account.isEmpty()) {
                throw name.wrong("--account goes with --real; without it, the lab plays in the sandbox.");
            }
            try (var environment = EmbeddedSandbox.start()) {
                return play(source, environment);
            }
        }
        var outline = source.outline();
        if (!outline.reach().isForRealAccounts()) {
            throw name.wrong("The lab '" + outline.id() + "' " + outline.reach().words()
                    + ", so it only plays in the sandbox: leave out --real.");
        }
        if (account.isEmpty()) {
            throw name.wrong("--real needs --account ID, so that it can't hit an account that you don't mean.");
        }
        return playForReal(source);
    }

    /** The plan and the question go to standard error, so that standard output holds the lab alone, also as JSON. */
    private int playForReal(LabSource source) {
        console.err().println("In the real account " + account + ", this lab will:");
        source.outline().steps().forEach(step -> console.err().println("  - " + step.title()));
        console.err().println("and at the end, or when something fails, remove what it created.");
        console.err().flush();
        if (!yes && !agreed()) {
            console.err().println("Nothing was done.");
            return Outcome.NOT_YET.exitStatus();
        }
        try (var environment = RealAccount.of(console.environment(), account)) {
            var removesAlsoWhenStopped = new Thread(new Stop(Thread.currentThread()), "lanyard-stop");
            Runtime.getRuntime().addShutdownHook(removesAlsoWhenStopped);
            int status = play(source, environment);
            Runtime.getRuntime().removeShutdownHook(removesAlsoWhenStopped);
            return status;
        }
    }

    private boolean agreed() {
        console.err().print("Type yes to start: ");
        console.err().flush();
        try {
            return "yes".equals(console.in().readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int play(LabSource source, LabEnvironment environment) {
        try (var ticker = Ticker.real()) {
            LabListener face = faces.face(console, ticker);
            environment.wireTo((method, path, status, transactionId) ->
                    face.on(new LabEvent.Wire(method, path, status, transactionId)));
            return new LabEngine(face, new CloudTroubles())
                    .run(source.in(environment), source.facts(environment))
                    .outcome()
                    .exitStatus();
        }
    }

    /** On Ctrl-C: interrupts the lab, and gives it time to remove what it created. */
    private record Stop(Thread lab) implements Runnable {
        private static final long PATIENCE_MILLIS = 60_000;

        @Override
        public void run() {
            lab.interrupt();
            try {
                lab.join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
