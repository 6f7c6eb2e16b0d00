// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import java.util.function.Supplier;

/** Says whether a caller may do an action to a target, by the policies of the target's account. */
public interface Guard {
    /** Judges; asks nobody else and changes nothing. */
    Judgement judge(Caller caller, String action, Target target);

    /**
     * An answer and the reasons for it, which cost nothing until they are asked for.
     *
     * @param permitted whether he may
     * @param explanation why, for a person
     * @param structure why, for a machine
     */
    record Judgement(boolean permitted, Supplier<String> explanation, Supplier<Object> structure) {
        /** Permits for a reason that is no policy. */
        public static Judgement held(String reason) {
            return new Judgement(true, () -> "Permitted: " + reason, () -> java.util.Map.of("because", reason));
        }
    }
}
