/** Tests of audit: what is sent, to the letter, and what is made of answers good and bad. */
@NullMarked
package io.lanyard.audit;

import org.jspecify.annotations.NullMarked;
