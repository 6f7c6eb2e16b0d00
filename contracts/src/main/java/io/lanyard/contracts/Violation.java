// Contracts: one difference between what travelled and what the contract says.
package io.lanyard.contracts;

/**
 * One difference between an exchange and its contract.
 *
 * @param operation the service and operation, such as {@code iam-identity:createServiceId}
 * @param exchange the request's method and path, to find it again
 * @param key what kind of difference, such as {@code validation.response.body.schema.required}
 * @param message the difference in words; names fields, never secrets' values beyond what the validator quotes
 */
public record Violation(String operation, String exchange, String key, String message) {

    /**
     * Puts the violation into one line.
     *
     * @return operation, request, key and message
     */
    public String line() {
        return operation + " (" + exchange + ") " + key + ": " + message;
    }
}
