package io.lanyard.workshop.labs.targets;

import io.lanyard.audit.Region;
import io.lanyard.core.AccountId;
import java.util.List;

/** Targets lab: the names that it uses, once. */
final class Names {
    static final Region REGION = Region.US_SOUTH;

    static final String STORE = "audit-archive";
    static final String STREAM = "audit-stream";
    static final String LOG = "audit-log";
    static final String PARTNER_STORE = "partner-archive";

    static final String TOPIC = "audit";

    static final String BUCKET_TARGET = "audit-bucket";
    static final String TOPIC_TARGET = "audit-topic";
    static final String LOG_TARGET = "audit-log";
    static final String PARTNER_TARGET = "partner-bucket";
    static final List<String> TARGETS = List.of(BUCKET_TARGET, TOPIC_TARGET, LOG_TARGET, PARTNER_TARGET);

    static final String ROUTE = "audit-three-places";
    static final String PARTNER_ROUTE = "audit-for-the-partner";
    static final List<String> ROUTES = List.of(ROUTE, PARTNER_ROUTE);

    /** Service IDs whose creation is the event that a step looks for. */
    static final String SEEN = "think-audit-demo";

    static final String SEEN_ABROAD = "think-audit-abroad";
    static final String MISSED = "think-audit-missed";
    static final String SEEN_AGAIN = "think-audit-again";
    static final List<String> ACTORS = List.of(SEEN, SEEN_ABROAD, MISSED, SEEN_AGAIN);

    /** How the lab finds its own authorizations again. */
    static final String MARK = "authorize-targets workshop";

    private Names() {}

    /** All buckets of the world share one namespace, so the account is part of the name. */
    static String bucket(AccountId account) {
        return "audit-logs-" + account;
    }

    static String otherBucket(AccountId account) {
        return "other-logs-" + account;
    }

    static String partnerBucket(AccountId account) {
        return "partner-logs-" + account;
    }
}
