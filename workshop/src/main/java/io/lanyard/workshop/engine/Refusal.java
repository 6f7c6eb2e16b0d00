package io.lanyard.workshop.engine;

/**
 * Engine: a refusal as the service said it.
 *
 * @param status the HTTP status
 * @param sentence the service's own words
 * @param transactionId what the service calls this exchange; empty if it didn't say
 */
public record Refusal(int status, String sentence, String transactionId) {}
