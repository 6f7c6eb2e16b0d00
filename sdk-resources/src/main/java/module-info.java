/** What access is on: resource groups, service instances, the instances' keys, and instances that wait for their end. */
module io.lanyard.resources {
    requires transitive io.lanyard.core;
    requires com.google.gson;
    requires static transitive org.jspecify;

    exports io.lanyard.resources;

    opens io.lanyard.resources to
            io.lanyard.core,
            com.google.gson;
}
