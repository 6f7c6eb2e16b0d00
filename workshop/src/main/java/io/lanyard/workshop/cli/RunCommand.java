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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
            var stop = new OnStop();
            try (var environment = EmbeddedSandbox.start()) {
                return play(source, environment);
            } finally {
                stop.ended();
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
        var stop = new OnStop();
        try (var environment = RealAccount.of(console.environment(), account)) {
            return play(source, environment);
        } finally {
            stop.ended();
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

    /** On Ctrl-C: interrupts the lab, and gives it time to remove what it created and what the sandbox keeps on disk. */
    private static final class OnStop {
        private static final long PATIENCE_SECONDS = 60;

        private final Thread lab = Thread.currentThread();
        private final CountDownLatch ended = new CountDownLatch(1);
        private final Thread hook = new Thread(this::stop, "lanyard-stop");

        OnStop() {
            Runtime.getRuntime().addShutdownHook(hook);
        }

        private void stop() {
            lab.interrupt();
            try {
                ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void ended() {
            ended.countDown();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException stopping) {
                // it is the hook that waits for this
            }
        }
    }
}
