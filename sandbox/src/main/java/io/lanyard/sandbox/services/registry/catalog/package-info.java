// Room: sandbox / registry.
/** What a registry knows: namespaces, repositories, images, tags, the trash, and the rules that clean it up. Knows no HTTP. */
@NullMarked
package io.lanyard.sandbox.services.registry.catalog;

import org.jspecify.annotations.NullMarked;
