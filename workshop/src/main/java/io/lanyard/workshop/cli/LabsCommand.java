package io.lanyard.workshop.cli;

import io.lanyard.workshop.labs.LabCatalog;
import io.lanyard.workshop.terminal.Columns;
import picocli.CommandLine.Command;

/** Command line: lists the labs. */
@Command(name = "labs", description = "List the labs.", mixinStandardHelpOptions = true)
final class LabsCommand implements Runnable {
    private static final int INDENT = 15;

    private final Console console;

    LabsCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        for (var source : LabCatalog.all()) {
            var lab = source.outline();
            console.out()
                    .printf(
                            "%n  %-12s %s (%d steps, about %d min by hand)%n",
                            lab.id(), lab.title(), lab.steps().size(), lab.minutes());
            Columns.wrap(lab.promise(), Columns.WIDTH - INDENT)
                    .forEach(line -> console.out().println(" ".repeat(INDENT) + line));
        }
        console.out()
                .printf(
                        "%n  Take one with: ./lanyard run %s%n",
                        LabCatalog.ids().get(0));
    }
}
