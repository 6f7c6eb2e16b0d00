/** What happened: event routing, log queries and ingestion, audit events, and who comes from outside. */
module io.lanyard.audit {
    requires transitive io.lanyard.core;
    requires transitive io.lanyard.policy;
    requires com.google.gson;
    requires static transitive org.jspecify;

    exports io.lanyard.audit;

    opens io.lanyard.audit to
            io.lanyard.core,
            com.google.gson;
}
