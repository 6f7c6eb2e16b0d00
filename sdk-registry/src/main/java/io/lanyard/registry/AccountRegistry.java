package io.lanyard.registry;

import io.lanyard.core.IbmCloud;
import io.lanyard.core.call.Call;
import io.lanyard.core.call.Service;
import java.net.URI;

/** Registry: the registry as one account sees it: every call names the account in a header. */
record AccountRegistry(IbmCloud cloud, Service service) {

    /** The host and port that clients reach it at, without scheme or path. */
    String host() {
        return URI.create(service.url()).getAuthority();
    }

    Call get(String operation, String path, Object... arguments) {
        return named(service.get(operation, path, arguments));
    }

    Call put(String operation, String path, Object... arguments) {
        return named(service.put(operation, path, arguments));
    }

    Call post(String operation, String path, Object... arguments) {
        return named(service.post(operation, path, arguments));
    }

    Call patch(String operation, String path, Object... arguments) {
        return named(service.patch(operation, path, arguments));
    }

    Call delete(String operation, String path, Object... arguments) {
        return named(service.delete(operation, path, arguments));
    }

    private Call named(Call call) {
        return call.header("Account", cloud.requireAccount().value());
    }
}
