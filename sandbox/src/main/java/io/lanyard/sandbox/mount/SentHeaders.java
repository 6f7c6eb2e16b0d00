// Room: sandbox / mount.
package io.lanyard.sandbox.mount;

import io.lanyard.sandbox.kernel.Headers;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import java.util.Collection;
import java.util.List;

/** Undertow's request headers as the kernel sees them; looked up, not copied. */
record SentHeaders(HeaderMap map) implements Headers {
    @Override
    public List<String> all(String name) {
        var values = map.get(name);
        return values == null ? List.of() : values;
    }

    @Override
    public Collection<String> names() {
        return map.getHeaderNames().stream().map(HttpString::toString).toList();
    }
}
