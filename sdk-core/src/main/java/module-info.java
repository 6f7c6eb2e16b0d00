/**
 * How a call travels: credentials, one HTTP pipeline, retries, errors, paging, JSON, ids and CRNs. Nothing in here knows a
 * particular IBM Cloud API; the modules that do are built on {@code io.lanyard.core.call}, which is exported to them alone.
 */
@SuppressWarnings("module") // the clients named below are modules of their own, compiled after this one
module io.lanyard.core {
    requires okhttp3;
    requires okio;
    requires transitive com.google.gson;
    requires static transitive org.jspecify;

    exports io.lanyard.core;
    exports io.lanyard.core.json;
    exports io.lanyard.core.call to
            io.lanyard.identity,
            io.lanyard.policy,
            io.lanyard.registry,
            io.lanyard.resources,
            io.lanyard.accessgroups,
            io.lanyard.authorizations,
            io.lanyard.audit;

    opens io.lanyard.core to
            com.google.gson;
}
