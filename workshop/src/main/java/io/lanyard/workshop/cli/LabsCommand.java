package io.lanyard.workshop.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.lanyard.workshop.engine.Lab;
import io.lanyard.workshop.labs.LabCatalog;
import io.lanyard.workshop.labs.LabSource;
import io.lanyard.workshop.terminal.Columns;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Command line: lists the labs. */
@Command(name = "labs", description = "List the labs.", mixinStandardHelpOptions = true)
final class LabsCommand implements Runnable {
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    private final Console console;

    @Option(names = "--json", description = "One JSON document for machines.")
    private boolean json;

    @Option(names = "--plain", description = "Words instead of glyphs, no colours; this list has none anyway.")
    private boolean unusedPlain;

    LabsCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        var labs = LabCatalog.all().stream().map(LabSource::outline).toList();
        if (json) {
            console.out()
                    .println(
                            GSON.toJson(new Listing(labs.stream().map(Entry::of).toList())));
        } else {
            list(labs);
        }
    }

    private void list(List<Lab> labs) {
        int width = labs.stream().mapToInt(lab -> lab.id().length()).max().orElse(0);
        var out = console.out();
        for (var lab : labs) {
            var texts = new ArrayList<>(Columns.wrap(lab.title(), Columns.WIDTH - width - 5));
            texts.add(lab.steps().size() + " steps, about " + lab.minutes() + " min by hand");
            texts.addAll(Columns.wrap(lab.promise(), Columns.WIDTH - width - 5));
            out.println();
            out.printf("  %-" + width + "s   %s%n", lab.id(), texts.get(0));
            texts.stream().skip(1).forEach(line -> out.println(" ".repeat(width + 5) + line));
        }
        out.printf("%n  Take one with: ./lanyard run %s%n", labs.get(0).id());
    }

    private record Listing(List<Entry> labs) {}

    private record Entry(String id, String title, String promise, int minutes, List<Part> steps) {
        static Entry of(Lab lab) {
            var parts = lab.steps().stream()
                    .map(step -> new Part(step.id(), step.title(), step.minutes()))
                    .toList();
            return new Entry(lab.id(), lab.title(), lab.promise(), lab.minutes(), parts);
        }
    }

    private record Part(String id, String title, int minutes) {}
}
