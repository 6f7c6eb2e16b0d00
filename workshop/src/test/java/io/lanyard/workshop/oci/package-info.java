/** Tests. */
@org.jspecify.annotations.NullMarked
package io.lanyard.workshop.oci;
