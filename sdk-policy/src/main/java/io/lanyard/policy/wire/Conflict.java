package io.lanyard.policy.wire;

import com.google.gson.JsonObject;
import io.lanyard.core.ETag;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyId;
import java.util.Optional;

/**
 * Policy wire: {@code errors[].details.conflicts_with} of a 409: {@code etag}, and {@code policy} or {@code role}, each either an
 * id or the whole thing.
 *
 * @param etag the revision of what is in the way
 * @param policyId the id of the policy in the way
 * @param policy the policy, when it was sent as a whole
 * @param roleId the id of the role in the way
 */
public record Conflict(
        Optional<ETag> etag, Optional<PolicyId> policyId, Optional<Policy> policy, Optional<String> roleId) {

    /**
     * Finds the conflict in an error body.
     *
     * @param body the body
     * @return the first error's conflict that names something
     */
    public static Optional<Conflict> in(JsonObject body) {
        var tolerant = new Tolerant();
        return tolerant.array(Node.of(body), "errors").stream()
                .map(error -> tolerant.object(tolerant.object(tolerant.object(error), "details"), "conflicts_with"))
                .filter(with -> with.has("policy") || with.has("role"))
                .findFirst()
                .map(with -> read(with, tolerant));
    }

    private static Conflict read(Node json, Tolerant tolerant) {
        var etag = tolerant.text(json, "etag").filter(text -> !text.isBlank()).map(ETag::of);
        var policy = Optional.of(json.get("policy")).filter(Node::isObject).map(Conflict::policy);
        var id = policy.map(Policy::id).or(() -> tolerant.text(json, "policy").flatMap(Conflict::id));
        return new Conflict(etag, id, policy, role(json, tolerant));
    }

    /** The policy comes in the version that it was written with. */
    private static Policy policy(Node node) {
        return node.has("subjects") ? PolicyV1.read(node) : PolicyV2.read(node);
    }

    private static Optional<PolicyId> id(String text) {
        try {
            return Optional.of(PolicyId.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> role(Node json, Tolerant tolerant) {
        var role = json.get("role");
        return role.isObject() ? tolerant.text(role, "id") : tolerant.text(json, "role");
    }
}
