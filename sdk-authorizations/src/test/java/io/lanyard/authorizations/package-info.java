/** Tests of authorizations: what is sent, to the letter, and what is made of answers good and bad. */
@NullMarked
package io.lanyard.authorizations;

import org.jspecify.annotations.NullMarked;
