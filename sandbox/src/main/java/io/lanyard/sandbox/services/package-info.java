/** The services of the sandbox, one folder each, and what they are given to work with. */
@NullMarked
package io.lanyard.sandbox.services;

import org.jspecify.annotations.NullMarked;
