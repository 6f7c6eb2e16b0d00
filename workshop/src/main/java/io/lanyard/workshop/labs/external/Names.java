package io.lanyard.workshop.labs.external;

import io.lanyard.core.AccountId;
import io.lanyard.registry.Region;
import io.lanyard.workshop.oci.ImageName;

/** External: the names that the lab uses, once. */
final class Names {
    static final Region SHELF = Region.EU_GB;
    static final String NAMESPACE = "shared_images";
    static final ImageName IMAGE = ImageName.of(NAMESPACE + "/base:1.0");

    static final String ROBOT = "partner-ci";
    static final String ROBOT_KEY = "PARTNER_CI_KEY";
    static final String AUDITOR = "log-auditor";
    static final String AUDITOR_KEY = "LOG_AUDITOR_KEY";
    static final String CONSULTANT = "Paula, a consultant";
    static final String STRANGER = "somebody unknown";

    static final String LOG = "iam-log";
    static final String TARGET = "iam-log";
    static final String ROUTE = "iam-events";

    static final String STORE = "open-files";
    static final String FILE = "welcome.txt";
    static final String NOBODY = "nobody, without a token";

    /** How the lab finds its own policies again. */
    static final String MARK = "external identities lab: ";

    /** The events that everything here is about. */
    static final String EVALUATION = "iam-access-management.account-settings.eval";

    private Names() {}

    /** All buckets of the world share one namespace, so the account is part of the name. */
    static String bucket(AccountId account) {
        return "open-files-" + account;
    }
}
