package io.lanyard.policy;

import io.lanyard.core.call.Call;
import io.lanyard.core.call.Service;
import org.jspecify.annotations.Nullable;

/**
 * Policy: the service, and the language it shall answer in where an operation takes one.
 *
 * @param service where calls go
 * @param language the value of {@code Accept-Language}, the service's choice if null
 */
record Wire(Service service, @Nullable String language) {

    Wire speaking(String other) {
        return new Wire(service, other);
    }

    Call spoken(Call call) {
        return call.header("Accept-Language", language);
    }
}
