package io.lanyard.workshop.cli;

import io.lanyard.workshop.labs.LabCatalog;
import io.lanyard.workshop.terminal.Columns;
import picocli.CommandLine.Command;

/** Command line: lists the labs. */
@Command(name = "labs", description = "List the labs.", mixinStandardHelpOptions = true)
final class LabsCommand implements Runnable {
    private final Console console;

    LabsCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        int width = LabCatalog.ids().stream().mapToInt(String::length).max().orElse(0);
        int indent = width + 5;
        for (var source : LabCatalog.all()) {
            var lab = source.outline();
            console.out()
                    .printf(
                            "%n  %-" + width + "s   %s (%d steps, about %d min by hand)%n",
                            lab.id(),
                            lab.title(),
                            lab.steps().size(),
                            lab.minutes());
            Columns.wrap(lab.promise(), Columns.WIDTH - indent)
                    .forEach(line -> console.out().println(" ".repeat(indent) + line));
        }
        console.out()
                .printf(
                        "%n  Take one with: ./lanyard run %s%n",
                        LabCatalog.ids().get(0));
    }
}
