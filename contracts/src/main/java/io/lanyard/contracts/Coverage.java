// Contracts: which operations a test run exercised, per service, as text and as JSON.
package io.lanyard.contracts;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonSyntaxException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which operations were exercised.
 *
 * @param operations every operation under contract
 * @param sent those that a client under test sent
 * @param answered those that a server under test answered
 * @param outside requests that a server answered and no contract has, shortened to their first two segments
 */
public record Coverage(List<String> operations, Set<String> sent, Set<String> answered, Set<String> outside) {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final String JSON_FILE = "contract-coverage.json";
    private static final String TEXT_FILE = "contract-coverage.txt";
    private static final String LOCK_FILE = "contract-coverage.lock";

    /** Sorts its sets, so that two reports of one run are the same. */
    public Coverage {
        operations = List.copyOf(operations);
        sent = new TreeSet<>(sent);
        answered = new TreeSet<>(answered);
        outside = new TreeSet<>(outside);
    }

    /**
     * Adds what another run exercised.
     *
     * @param other the other run
     * @return both together
     */
    public Coverage and(Coverage other) {
        return new Coverage(
                operations, union(sent, other.sent), union(answered, other.answered), union(outside, other.outside));
    }

    /**
     * Reads the report that a run left in a folder.
     *
     * @param folder a folder that {@link #write} wrote to
     * @return the report, or an empty one when there is none
     * @throws IOException when the file is there and can't be read
     */
    public static Coverage read(Path folder) throws IOException {
        Path file = folder.resolve(JSON_FILE);
        if (!Files.exists(file)) {
            return new Coverage(List.of(), Set.of(), Set.of(), Set.of());
        }
        try {
            return GSON.fromJson(Files.readString(file), Coverage.class);
        } catch (JsonSyntaxException e) {
            throw new IOException("not a coverage report: " + file, e);
        }
    }

    /**
     * Writes the report as JSON and as text, in place of the one that an earlier run left.
     *
     * @param folder where to
     * @throws IOException when it can't be written
     */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(JSON_FILE), GSON.toJson(this) + "\n");
        Files.writeString(folder.resolve(TEXT_FILE), text());
    }

    /**
     * Writes the report together with the one that is there: the tests of a module run in several JVMs, some of them at the same
     * time. The build takes the report of an earlier build away before them.
     *
     * @param folder where to
     * @throws IOException when it can't be read or written
     */
    public void add(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (FileChannel turn = FileChannel.open(folder.resolve(LOCK_FILE), CREATE, WRITE)) {
            turn.lock();
            and(read(folder)).write(folder);
        }
    }

    /**
     * Puts the report into words: per service the counts, then the operations that nobody exercised.
     *
     * @return lines of text
     */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format("%-28s %10s %8s %9s%n", "service", "operations", "sent", "answered"));
        Map<String, List<String>> byService = operations.stream()
                .collect(Collectors.groupingBy(Coverage::service, TreeMap::new, Collectors.toList()));
        byService.forEach((service, all) -> text.append(
                String.format("%-28s %10d %8d %9d%n", service, all.size(), count(all, sent), count(all, answered))));
        byService.forEach((service, all) -> {
            if (count(all, sent) + count(all, answered) > 0) {
                text.append(missing(service + ", not sent:", all, sent));
                text.append(missing(service + ", not answered:", all, answered));
            }
        });
        if (!outside.isEmpty()) {
            text.append(String.format("%noutside the contracts:%n"));
            outside.forEach(request -> text.append("  ").append(request).append(System.lineSeparator()));
        }
        return text.toString();
    }

    private static String missing(String title, List<String> all, Set<String> done) {
        List<String> missing = all.stream()
                .filter(operation -> !done.contains(operation))
                .map(operation -> operation.substring(operation.indexOf(':') + 1))
                .toList();
        return missing.isEmpty() ? "" : String.format("%n%s%n  %s%n", title, String.join(" ", missing));
    }

    private static long count(Collection<String> all, Set<String> done) {
        return all.stream().filter(done::contains).count();
    }

    private static String service(String operation) {
        return operation.substring(0, operation.indexOf(':'));
    }

    private static Set<String> union(Set<String> left, Set<String> right) {
        Set<String> both = new TreeSet<>(left);
        both.addAll(right);
        return both;
    }
}
