/** Labs: what several labs need to look into a log: who did what, asked in the two languages of Cloud Logs. */
@NullMarked
package io.lanyard.workshop.labs.logs;

import org.jspecify.annotations.NullMarked;
