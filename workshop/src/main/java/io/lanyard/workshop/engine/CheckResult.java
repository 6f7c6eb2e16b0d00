package io.lanyard.workshop.engine;

/**
 * Engine: one check and what it found.
 *
 * @param statement what should hold
 * @param verdict whether it does
 */
public record CheckResult(String statement, Verdict verdict) {}
