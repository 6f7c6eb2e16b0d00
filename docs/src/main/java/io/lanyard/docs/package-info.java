/**
 * Docs: turns the AsciiDoc pages into a site that needs no network: one folder of HTML with navigation, search and
 * diagrams, and a check that refuses to publish a broken link.
 */
@NullMarked
package io.lanyard.docs;

import org.jspecify.annotations.NullMarked;
