/** Service to service: which service may act on which, in the terms of the guides. */
module io.lanyard.authorizations {
    requires transitive io.lanyard.core;
    requires transitive io.lanyard.policy;
    requires static org.jspecify;

    exports io.lanyard.authorizations;
}
