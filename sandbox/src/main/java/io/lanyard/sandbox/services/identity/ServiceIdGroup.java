// Room: sandbox / IAM Identity. A group of service IDs.
package io.lanyard.sandbox.services.identity;

import java.time.Instant;

/** A group as the sandbox keeps it. Groups order service IDs; no policy can name one. */
record ServiceIdGroup(
        String id,
        String accountId,
        String name,
        String description,
        Instant createdAt,
        Instant modifiedAt,
        String createdBy,
        String entityTag) {

    String crn() {
        return "crn:v1:bluemix:public:iam-identity::a/" + accountId + "::serviceidgroup:" + id;
    }
}
