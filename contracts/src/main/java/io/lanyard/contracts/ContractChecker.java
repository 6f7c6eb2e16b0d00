// Contracts: holds one exchange against the contract that its path belongs to.
package io.lanyard.contracts;

import com.atlassian.oai.validator.report.ValidationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds exchanges against the contracts. The contract is found by method and path: no two services share one.
 *
 * <p>Thread-safe. Validators are made on first use, one per service.
 */
public final class ContractChecker {

    private final List<Contract> contracts =
            Facts.SERVICES.stream().map(Contract::read).toList();
    private final KnownDifferences known = KnownDifferences.read();

    /** Reads all contracts. */
    public ContractChecker() {}

    /**
     * Names the operation that a request asks for.
     *
     * @param exchange the request; its answer doesn't matter
     * @return service and operation id, such as {@code iam-identity:getServiceId}, or empty when no contract has the path
     */
    public Optional<String> operation(Exchange exchange) {
        return find(exchange).map(found -> found.operation().name());
    }

    /**
     * Lists every operation under contract.
     *
     * @return names such as {@code iam-identity:getServiceId}, in the contracts' order
     */
    public List<String> operations() {
        return contracts.stream()
                .flatMap(contract -> contract.operations().stream())
                .map(Operation::name)
                .toList();
    }

    /**
     * Checks a request: path, parameters, headers and body, strictly. Unknown fields and parameters are violations.
     *
     * @param exchange the request; its answer doesn't matter
     * @return the violations, empty when there are none; one of key {@code operation.unknown} when no contract has the path
     */
    public List<Violation> checkRequest(Exchange exchange) {
        Optional<Found> found = find(exchange);
        if (found.isEmpty()) {
            return List.of(new Violation(
                    "outside the contracts",
                    exchange.method() + " " + exchange.path(),
                    "operation.unknown",
                    "no contract has this method and path"));
        }
        return violations(found.get(), exchange, found.get().contract().request(exchange));
    }

    /**
     * Checks an answer: a documented status against its model, every other status against the service's error shape.
     *
     * @param exchange the request and its answer
     * @return the violations, empty when there are none, or when no contract has the path
     */
    public List<Violation> checkAnswer(Exchange exchange) {
        Optional<Found> found = find(exchange);
        if (found.isEmpty()) {
            return List.of();
        }
        Contract contract = found.get().contract();
        if (exchange.method().equals("HEAD") || exchange.status() == 304) {
            return List.of();
        }
        if (exchange.succeeded() && !contract.documents(found.get().operation(), exchange.status())) {
            return unexplained(List.of(violation(
                    found.get(),
                    exchange,
                    "validation.response.status.unknown",
                    "status " + exchange.status() + " is not among the known successes")));
        }
        if (exchange.status() == 204) {
            return exchange.answerBody() == null
                    ? List.of()
                    : unexplained(List.of(violation(
                            found.get(), exchange, "validation.response.body.unexpected", "204 has no body")));
        }
        return violations(found.get(), exchange, contract.answer(exchange));
    }

    private record Found(Contract contract, Operation operation) {}

    private Optional<Found> find(Exchange exchange) {
        for (Contract contract : contracts) {
            Optional<Operation> operation = contract.operation(exchange);
            if (operation.isPresent()) {
                return Optional.of(new Found(contract, operation.get()));
            }
        }
        return Optional.empty();
    }

    private List<Violation> violations(Found found, Exchange exchange, ValidationReport report) {
        List<Violation> violations = new ArrayList<>();
        for (ValidationReport.Message message : report.getMessages()) {
            if (message.getLevel() == ValidationReport.Level.ERROR) {
                violations.add(violation(found, exchange, message.getKey(), place(message) + message.getMessage()));
            }
        }
        return unexplained(violations);
    }

    /** Where in the exchange: a parameter's name, or a pointer into the body. */
    private static String place(ValidationReport.Message message) {
        return message.getContext()
                .flatMap(context -> context.getParameter()
                        .map(parameter -> "parameter " + parameter.getName() + ": ")
                        .or(() -> context.getPointers().map(pointers -> "body" + pointers.getInstance() + ": ")))
                .orElse("");
    }

    private static Violation violation(Found found, Exchange exchange, String key, String message) {
        return new Violation(
                found.operation().name(),
                exchange.method() + " " + exchange.path() + (exchange.status() == 0 ? "" : " -> " + exchange.status()),
                key,
                message);
    }

    private List<Violation> unexplained(List<Violation> violations) {
        return violations.stream()
                .filter(violation -> !known.explain(violation))
                .toList();
    }
}
