/**
 * The JUnit extension: a sandbox in a test's parameters. Works with JUnit 5.13 and later and with JUnit 6; WireMock is needed only
 * by those who ask for it.
 */
@NullMarked
package io.lanyard.sandbox.junit;

import org.jspecify.annotations.NullMarked;
