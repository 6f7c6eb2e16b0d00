/**
 * The engine that knows what a lab is: steps, checks of state, hints, clean-up. It knows no cloud, no sandbox and no
 * terminal, so that four faces (terminal, page, tests, docs) can share it.
 */
@NullMarked
package io.lanyard.workshop.engine;

import org.jspecify.annotations.NullMarked;
