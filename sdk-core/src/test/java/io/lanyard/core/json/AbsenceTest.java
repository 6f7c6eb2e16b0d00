package io.lanyard.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParseException;
import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.core.Secret;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Core, JSON, tests: the many ways of services to say that there is none. */
class AbsenceTest {

    record Thing(
            Optional<AccountId> account,
            Optional<Crn> crn,
            Optional<Instant> at,
            @JsonAdapter(EpochSecondsAdapter.class) Optional<Instant> since,
            Optional<Secret> key) {}

    record Strict(AccountId account) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"account\": null, \"crn\": null, \"at\": null, \"since\": null, \"key\": null}",
                "{\"account\": \"\", \"crn\": \"\", \"at\": \"\", \"key\": \"\"}"
            })
    void takesAbsenceNullAndEmptyTextAlike(String json) {
        var nothing =
                new Thing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(Json.read(json, Thing.class)).isEqualTo(nothing);
    }

    @Test
    void refusesAnEmptyTextWhereAnIdHasToBe() {
        assertThatThrownBy(() -> Json.read("{\"account\": \"\"}", Strict.class))
                .isInstanceOf(JsonParseException.class)
                .hasMessageContaining("account");
    }

    @Test
    void readsAndWritesSecondsSince1970() {
        var thing = Json.read("{\"since\": 1728050700}", Thing.class);

        assertThat(thing.since()).contains(Instant.parse("2024-10-04T14:05:00Z"));
        assertThat(Json.write(thing)).isEqualTo("{\"since\":1728050700}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "\"soon\"", "{}", "1.5"})
    void refusesSecondsThatAreNone(String value) {
        assertThatThrownBy(() -> Json.read("{\"since\": " + value + "}", Thing.class))
                .isInstanceOf(JsonParseException.class);
    }
}
