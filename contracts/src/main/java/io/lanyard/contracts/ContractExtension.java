// Contracts: lets JUnit fail a test class that broke a contract, and leaves the coverage report.
package io.lanyard.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Looks at {@link ContractWatch#ofThisRun()} after each test class and fails the class when there are violations; where
 * classes run at the same time, the one that ends first reports them. Writes the coverage report when the run ends.
 *
 * <p>JUnit finds it by itself, through {@code META-INF/services}, with
 * {@code junit.jupiter.extensions.autodetection.enabled=true}, which the parent pom sets.
 */
public final class ContractExtension implements BeforeAllCallback, AfterAllCallback {

    private static final Path FOLDER = Path.of("target", "contract-report");

    /** Made by JUnit. */
    public ContractExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(Namespace.create(ContractExtension.class))
                .getOrComputeIfAbsent(Report.class, key -> new Report(), Report.class);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        List<Violation> violations = ContractWatch.ofThisRun().takeViolations();
        if (!violations.isEmpty()) {
            throw new AssertionError(violations.size() + " violation(s) of a contract:\n"
                    + violations.stream().map(Violation::line).distinct().collect(Collectors.joining("\n")));
        }
    }

    /** Written when JUnit closes the run. */
    private record Report() implements AutoCloseable {

        @Override
        public void close() throws IOException {
            Coverage coverage = ContractWatch.ofThisRun().coverage();
            boolean nothing = coverage.sent().isEmpty() && coverage.answered().isEmpty();
            if (nothing && !Files.exists(FOLDER)) {
                return;
            }
            coverage.add(FOLDER);
        }
    }
}
