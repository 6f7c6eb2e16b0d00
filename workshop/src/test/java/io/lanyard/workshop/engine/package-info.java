/** Tests of the engine, with a lab about a jar of biscuits. */
@org.jspecify.annotations.NullMarked
package io.lanyard.workshop.engine;
