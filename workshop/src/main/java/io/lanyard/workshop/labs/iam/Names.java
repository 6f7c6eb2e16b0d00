package io.lanyard.workshop.labs.iam;

/** Labs, integrate-iam: the names that the lab uses, once. */
final class Names {
    static final String UPLOADER = "audit-uploader";
    static final String UPLOADER_KEY = "audit-uploader-key";
    static final String UPLOADER_VARIABLE = "AUDIT_UPLOADER_KEY";
    static final String GROUP = "identity-creators";
    static final String USER_KEY = "audit-admin-key";
    static final String INSTANCE = "audit-store";
    static final String BUCKET = "audit-events";
    static final String OTHER_BUCKET = "team-files";
    static final String OBJECT = "2026/07/event.json";
    static final String OWNER = "the account owner";

    /** Where the lab is played. */
    static final String HERE = "127.0.0.1";
    /** Another address of the same machine: to IAM, another machine. */
    static final String OFFICE = "127.0.0.2";
    /** One that only the user's list will have. */
    static final String HOME = "127.0.0.3";

    static final String CREATE_SERVICE_ID = "iam-identity.serviceid.create";
    static final String CREATE_USER_KEY = "iam-identity.user-apikey.create";

    static final String STORAGE = "cloud-object-storage";
    static final String PUT = "cloud-object-storage.object.put";

    private Names() {}
}
