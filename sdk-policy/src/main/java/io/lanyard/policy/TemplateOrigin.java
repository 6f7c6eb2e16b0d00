package io.lanyard.policy;

import java.util.Optional;

/**
 * Policy: the enterprise template that a policy was assigned from. Such a policy is changed through its template.
 *
 * @param id the template
 * @param version the template's version
 * @param assignmentId the assignment that made the policy
 * @param rootId the template it was made through, when that is another one
 * @param rootVersion that template's version
 */
public record TemplateOrigin(
        Optional<String> id,
        Optional<String> version,
        Optional<String> assignmentId,
        Optional<String> rootId,
        Optional<String> rootVersion) {}
