/** The room where wire form and domain form meet: one Gson, and adapters for the shapes that IBM's APIs share. */
@NullMarked
package io.lanyard.core.json;

import org.jspecify.annotations.NullMarked;
