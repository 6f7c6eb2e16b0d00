// Room: sandbox / access groups. One group as it is kept.
package io.lanyard.sandbox.services.groups;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An access group with its members and rules. Immutable; the {@code with…} methods return changed copies.
 *
 * @param id its id
 * @param accountId its account
 * @param name its name
 * @param description what it is for, may be empty
 * @param createdAt when it was made
 * @param createdBy by whom
 * @param modifiedAt when it was changed last
 * @param modifiedBy by whom
 * @param entityTag its revision; members and rules don't count
 * @param members its members by IAM id, in the order they came
 * @param rules its rules by id, in the order they came
 */
record Group(
        String id,
        String accountId,
        String name,
        String description,
        Instant createdAt,
        String createdBy,
        Instant modifiedAt,
        String modifiedBy,
        String entityTag,
        Map<String, Member> members,
        Map<String, Rule> rules) {

    Group {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    }

    /**
     * A member.
     *
     * @param iamId who
     * @param type user, service or profile
     * @param createdAt since when
     * @param createdBy who added him
     */
    record Member(String iamId, String type, Instant createdAt, String createdBy) {}

    String crn() {
        return "crn:v1:bluemix:public:iam-groups::a/" + accountId + "::access-group:" + id;
    }

    Group described(String newName, String newDescription, Instant at, String by, String tag) {
        return new Group(id, accountId, newName, newDescription, createdAt, createdBy, at, by, tag, members, rules);
    }

    Group withMembers(Map<String, Member> others) {
        return new Group(
                id,
                accountId,
                name,
                description,
                createdAt,
                createdBy,
                modifiedAt,
                modifiedBy,
                entityTag,
                others,
                rules);
    }

    Group withRules(Map<String, Rule> others) {
        return new Group(
                id,
                accountId,
                name,
                description,
                createdAt,
                createdBy,
                modifiedAt,
                modifiedBy,
                entityTag,
                members,
                others);
    }
}
