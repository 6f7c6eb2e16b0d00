/** Who together: access groups and their members. */
module io.lanyard.accessgroups {
    requires transitive io.lanyard.core;
    requires com.google.gson;
    requires static transitive org.jspecify;

    exports io.lanyard.accessgroups;

    opens io.lanyard.accessgroups to
            io.lanyard.core,
            com.google.gson;
}
