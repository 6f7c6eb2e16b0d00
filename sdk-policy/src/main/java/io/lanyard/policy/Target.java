package io.lanyard.policy;

/** Policy: what access is granted on. {@link Targets} makes them. */
public interface Target {

    /** {@return the target as the attributes that the service stores} */
    Resource resource();
}
