package io.lanyard.policy;

/** What access is granted on. {@link Targets} makes them. */
public interface Target {

    /** Says the target as the attributes that the service stores. */
    Resource resource();
}
