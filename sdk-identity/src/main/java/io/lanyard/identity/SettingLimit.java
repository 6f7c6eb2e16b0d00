package io.lanyard.identity;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Identity: a limit in an account's settings: a number, seconds where it is a time, or {@link #NOT_SET}, which leaves it to IBM
 * Cloud. The API writes the number as text.
 *
 * @param value the value as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record SettingLimit(String value) implements TextValue {

    /** The platform's own limit counts. */
    public static final SettingLimit NOT_SET = new SettingLimit("NOT_SET");

    /**
     * Limits a time.
     *
     * @param time the longest time; IBM Cloud counts whole seconds
     * @return the limit
     */
    public static SettingLimit of(Duration time) {
        return of(time.toSeconds());
    }

    /**
     * Limits a number.
     *
     * @param number the highest number
     * @return the limit
     */
    public static SettingLimit of(long number) {
        return new SettingLimit(Long.toString(number));
    }

    /** {@return the number, empty when the value is none} */
    public OptionalLong number() {
        boolean digits = !value.isEmpty() && value.length() < 19;
        for (int i = 0; digits && i < value.length(); i++) {
            digits = value.charAt(i) >= '0' && value.charAt(i) <= '9';
        }
        return digits ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }

    /** {@return the number as seconds, empty when the value is no number} */
    public Optional<Duration> time() {
        var seconds = number();
        return seconds.isPresent() ? Optional.of(Duration.ofSeconds(seconds.getAsLong())) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
