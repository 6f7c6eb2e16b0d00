package io.lanyard.audit;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Audit: what kind of place events are sent to. An open value: the service may know others.
 *
 * @param value the value as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record TargetType(String value) implements TextValue {

    /** A bucket. */
    public static final TargetType OBJECT_STORAGE = new TargetType("cloud_object_storage");
    /** A topic. */
    public static final TargetType EVENT_STREAMS = new TargetType("event_streams");
    /** A logs instance. */
    public static final TargetType CLOUD_LOGS = new TargetType("cloud_logs");
    /** An App Configuration instance, since June 2026. */
    public static final TargetType APP_CONFIGURATION = new TargetType("app_config");

    /**
     * Names it, known here or not.
     *
     * @param value the value as the API spells it
     * @return the value
     */
    public static TargetType of(String value) {
        return new TargetType(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
