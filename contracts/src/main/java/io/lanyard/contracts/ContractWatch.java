// Contracts: collects violations and coverage over a whole test run.
package io.lanyard.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;

/**
 * Watches the exchanges of a test run: remembers every violation until someone takes it, and every operation that was
 * exercised. Thread-safe.
 */
public final class ContractWatch {

    private static final ContractWatch OF_THIS_RUN = new ContractWatch();

    private final ContractChecker checker = new ContractChecker();
    private final ConcurrentLinkedQueue<Violation> violations = new ConcurrentLinkedQueue<>();
    private final Set<String> sent = new ConcurrentSkipListSet<>();
    private final Set<String> answered = new ConcurrentSkipListSet<>();
    private final Set<String> outside = new ConcurrentSkipListSet<>();

    /** Makes a watch of its own; tests of a module share {@link #ofThisRun()} instead. */
    public ContractWatch() {}

    /**
     * The watch that all tests of this JVM share; {@link ContractExtension} looks at it after each test class.
     *
     * @return the shared watch
     */
    public static ContractWatch ofThisRun() {
        return OF_THIS_RUN;
    }

    /**
     * Takes note of a request that a client under test sent. It must keep to its contract, whatever was answered.
     *
     * @param exchange the request
     */
    public void sent(Exchange exchange) {
        checker.operation(exchange).ifPresent(sent::add);
        violations.addAll(checker.checkRequest(exchange));
    }

    /**
     * Takes note of an exchange that a server under test served. The answer must keep to its contract; the request too
     * when it was accepted, as a server that accepts what its contract refuses hides a client's mistake. Paths that are
     * in no contract are counted and passed over.
     *
     * @param exchange the request and its answer
     */
    public void served(Exchange exchange) {
        served(exchange, violation -> true);
    }

    /**
     * Takes note of an exchange one of whose bodies was streamed, so that nobody saw it: all but that body is checked.
     *
     * @param exchange the request and its answer, with an empty body where it was streamed
     */
    public void servedStreaming(Exchange exchange) {
        served(exchange, violation -> !violation.key().endsWith(".body.missing"));
    }

    private void served(Exchange exchange, Predicate<Violation> counts) {
        var operation = checker.operation(exchange);
        if (operation.isEmpty()) {
            outside.add(exchange.method() + " "
                    + exchange.path().replaceAll("^(/[^/]*/?[^/]*).*", "$1").replaceAll("/$", ""));
            return;
        }
        answered.add(operation.get());
        if (exchange.succeeded()) {
            checker.checkRequest(exchange).stream().filter(counts).forEach(violations::add);
        }
        checker.checkAnswer(exchange).stream().filter(counts).forEach(violations::add);
    }

    /**
     * Takes the violations that were seen since the last time.
     *
     * @return the violations, oldest first
     */
    public List<Violation> takeViolations() {
        List<Violation> taken = new ArrayList<>();
        for (Violation next = violations.poll(); next != null; next = violations.poll()) {
            taken.add(next);
        }
        return taken;
    }

    /**
     * Says what was exercised so far.
     *
     * @return the coverage
     */
    public Coverage coverage() {
        return new Coverage(checker.operations(), Set.copyOf(sent), Set.copyOf(answered), Set.copyOf(outside));
    }
}
