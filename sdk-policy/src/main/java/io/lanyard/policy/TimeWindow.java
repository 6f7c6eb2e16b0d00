package io.lanyard.policy;

/** A stretch of time in which a policy counts: {@link Weekly}, {@link Once}, or a condition that was read. */
public interface TimeWindow {

    /** Says the window as the rule and pattern that the service stores. */
    Condition condition();
}
