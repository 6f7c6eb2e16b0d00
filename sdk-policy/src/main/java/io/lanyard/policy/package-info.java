/** May do what: policies, roles and conditions in the words of access, and the client that reads and writes them. */
@NullMarked
package io.lanyard.policy;

import org.jspecify.annotations.NullMarked;
