// Room: sandbox / state.
package io.lanyard.sandbox.state;

import java.time.Instant;
import java.util.Optional;

/**
 * An API key as the sandbox keeps it. Its {@code toString} leaves the value out.
 *
 * @param id {@code ApiKey-<uuid>}
 * @param accountId the account it was created in; tokens made with it act there
 * @param iamId its owner: a user or a service ID
 * @param name its name, not unique
 * @param description its description, where one was given
 * @param value the secret itself
 * @param storeValue whether the API may show the value again (service ID keys only)
 * @param supportSessions whether CLI logins with it make sessions
 * @param actionWhenLeaked none, disable or delete
 * @param expiresAt when it stops working, where that was set
 * @param locked whether it refuses change and removal
 * @param disabled whether it is switched off
 * @param createdAt when
 * @param modifiedAt when last
 * @param createdBy the IAM id of its creator
 * @param entityTag the revision
 */
public record ApiKeyEntry(
        String id,
        String accountId,
        String iamId,
        String name,
        Optional<String> description,
        String value,
        boolean storeValue,
        boolean supportSessions,
        String actionWhenLeaked,
        Optional<Instant> expiresAt,
        boolean locked,
        boolean disabled,
        Instant createdAt,
        Instant modifiedAt,
        String createdBy,
        String entityTag) {

    /** Returns its cloud resource name. */
    public String crn() {
        return "crn:v1:bluemix:public:iam-identity::a/" + accountId + "::apikey:" + id;
    }

    /** Tells whether the owner is a service ID. */
    public boolean ofServiceId() {
        return iamId.startsWith("iam-ServiceId-");
    }

    /** Returns id and owner; never the value. */
    @Override
    public String toString() {
        return "ApiKeyEntry[" + id + " of " + iamId + "]";
    }
}
