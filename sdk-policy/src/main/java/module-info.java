/** May do what: policies, roles and conditions, and the pure engine that answers whether a request is permitted, and why. */
@SuppressWarnings("module") // the sandbox is a module of its own, compiled after this one
module io.lanyard.policy {
    requires transitive io.lanyard.core;
    requires com.google.gson;
    requires static org.jspecify;

    exports io.lanyard.policy;
    exports io.lanyard.policy.decision;
    exports io.lanyard.policy.wire to
            io.lanyard.sandbox;

    opens io.lanyard.policy to
            com.google.gson,
            io.lanyard.core;
    opens io.lanyard.policy.wire to
            com.google.gson,
            io.lanyard.core;
}
