package io.lanyard.policy;

/** Policy: a stretch of time in which a policy counts: {@link Weekly}, {@link Once}, or a condition that was read. */
public interface TimeWindow {

    /** {@return the window as the rule and pattern that the service stores} */
    Condition condition();
}
