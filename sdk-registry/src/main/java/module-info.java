/** Container Registry: access enforcement, namespaces, images, plan, quota, retention and trash. */
module io.lanyard.registry {
    requires transitive io.lanyard.core;
    requires com.google.gson;
    requires static transitive org.jspecify;

    exports io.lanyard.registry;

    opens io.lanyard.registry to
            io.lanyard.core,
            com.google.gson;
}
