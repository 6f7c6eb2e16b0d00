/** The room that everybody enters first: the cloud object, credentials, ids, pages, and the tree of failures. */
@NullMarked
package io.lanyard.core;

import org.jspecify.annotations.NullMarked;
