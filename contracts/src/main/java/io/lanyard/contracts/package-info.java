/**
 * Contracts: holds what travels over the wire in tests against the APIs as facts.
 *
 * <p>An {@link io.lanyard.contracts.Exchange} (one request and, perhaps, its answer) goes in, a list of
 * {@link io.lanyard.contracts.Violation} comes out. Three ways to use it:
 *
 * <ul>
 *   <li><b>A client's tests over WireMock</b> give {@link io.lanyard.contracts.WatchedWireMock} to the server as an
 *       extension: every request is checked, whatever the stub answers.
 *   <li><b>A server's tests</b> hand each exchange to {@link io.lanyard.contracts.ContractWatch#served}: the answer is
 *       checked always, the request when it was accepted.
 *   <li><b>By hand</b>: {@link io.lanyard.contracts.ContractChecker#checkRequest} and
 *       {@link io.lanyard.contracts.ContractChecker#checkAnswer}.
 * </ul>
 *
 * <p>{@link io.lanyard.contracts.ContractExtension} is found by JUnit by itself, fails a test class that left
 * violations, and writes the report of exercised operations to {@code target/contract-report}.
 */
@NullMarked
package io.lanyard.contracts;

import org.jspecify.annotations.NullMarked;
