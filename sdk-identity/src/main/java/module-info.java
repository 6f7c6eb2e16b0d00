/** Who: service IDs, their groups, and API keys; a look into tokens; and the account's settings for all of them. */
module io.lanyard.identity {
    requires transitive io.lanyard.core;
    requires com.google.gson;
    requires static transitive org.jspecify;

    exports io.lanyard.identity;

    opens io.lanyard.identity to
            io.lanyard.core,
            com.google.gson;
}
