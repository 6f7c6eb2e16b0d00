// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Says whether a caller may do an action to a target, by the policies of the target's account. */
public interface Guard {
    /** Judges; asks nobody else and changes nothing. */
    Judgement judge(Caller caller, String action, Target target);

    /** Hears that a call went on by a judgement, so that it can count how often a policy permits. */
    default void relied(Target target, Judgement judgement) {}

    /**
     * An answer and the reasons for it, which cost nothing until they are asked for.
     *
     * @param permitted whether he may
     * @param explanation why, for a person
     * @param structure why, for a machine
     * @param policyId the policy that permits, where one does
     */
    record Judgement(
            boolean permitted, Supplier<String> explanation, Supplier<Object> structure, Optional<String> policyId) {
        /** Permits for a reason that is no policy. */
        public static Judgement held(String reason) {
            return new Judgement(true, () -> "Permitted: " + reason, () -> Map.of("because", reason), Optional.empty());
        }
    }
}
