package io.lanyard.workshop.cli;

import io.lanyard.workshop.engine.LabEngine;
import io.lanyard.workshop.engine.LabEvent;
import io.lanyard.workshop.labs.CloudTroubles;
import io.lanyard.workshop.labs.RealAccount;
import io.lanyard.workshop.labs.iam.IntegrateIamLab;
import io.lanyard.workshop.terminal.Ticker;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command line: looks at the account of the environment variables, and changes nothing. */
@Command(
        name = "verify",
        description = {
            "Check how far you are with a lab that you take by hand, and change nothing.",
            "Looks at the account of the environment variables, as './lanyard sandbox' prints them,",
            "and uses the key of the lab's service ID, where a variable holds it:",
            RealAccount.ROBOT_KEY + " for service-id and registry,",
            IntegrateIamLab.KEY_VARIABLE + " for integrate-iam."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private LabName name = new LabName();

    @Mixin
    private Faces faces = new Faces();

    @Option(names = "--real", description = "Allow to look at a real account as well.")
    private boolean real;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var source = name.lab();
        try (var environment = RealAccount.toLookAt(console.environment(), real);
                var ticker = Ticker.real()) {
            var face = faces.face(console, ticker);
            environment.knock();
            environment.wireTo((method, path, status, transactionId) ->
                    face.on(new LabEvent.Wire(method, path, status, transactionId)));
            return new LabEngine(face, new CloudTroubles())
                    .verify(source.in(environment), source.facts(environment))
                    .outcome()
                    .exitStatus();
        }
    }
}
