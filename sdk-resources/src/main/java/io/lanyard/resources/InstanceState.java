package io.lanyard.resources;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Resources: how far a service instance is. An open value: the service may know others.
 *
 * @param value the value as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record InstanceState(String value) implements TextValue {

    /** It can be used. */
    public static final InstanceState ACTIVE = new InstanceState("active");
    /** It can't be used for now. */
    public static final InstanceState INACTIVE = new InstanceState("inactive");
    /** It is being made. */
    public static final InstanceState PROVISIONING = new InstanceState("provisioning");
    /** It is about to be made. */
    public static final InstanceState PRE_PROVISIONING = new InstanceState("pre_provisioning");
    /** It was deleted and can still be restored. */
    public static final InstanceState PENDING_RECLAMATION = new InstanceState("pending_reclamation");
    /** It is being taken away. */
    public static final InstanceState PENDING_REMOVAL = new InstanceState("pending_removal");
    /** It could not be made. */
    public static final InstanceState FAILED = new InstanceState("failed");
    /** It is gone. */
    public static final InstanceState REMOVED = new InstanceState("removed");
    /** It has been gone before. */
    public static final InstanceState PREVIOUSLY_REMOVED = new InstanceState("previously_removed");

    /**
     * Names it, known here or not.
     *
     * @param value the value as the API spells it
     * @return the value
     */
    public static InstanceState of(String value) {
        return new InstanceState(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
