package io.lanyard.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.annotations.SerializedName;
import com.google.gson.reflect.TypeToken;
import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.core.ETag;
import io.lanyard.core.Secret;
import io.lanyard.core.TextValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Core, tests: records without nulls, open values, instants in every form. */
class JsonTest {

    @JsonAdapter(OpenValueAdapter.class)
    record Colour(String value) implements TextValue {
        static final Colour RED = new Colour("red");
    }

    record Inner(int count, Optional<Inner> deeper) {}

    record Outer(
            String plainName,

            @SerializedName(value = "odd-name", alternate = "oddName")
            Optional<String> odd,

            Optional<Colour> colour,
            List<Inner> inners,
            Map<String, Integer> numbers,
            Set<String> tags,
            boolean flag,
            Optional<Instant> createdAt,
            @JsonAdapter(IdentityInstantAdapter.class) Optional<Instant> seenAt,
            Optional<Secret> apikey,
            Optional<AccountId> accountId,
            Optional<Crn> crn,
            Optional<ETag> entityTag) {}

    record Box<T>(T content, List<T> more) {}

    @Test
    void fillsWhatIsAbsentOrNullWithNothing() {
        var sparse = Json.read("{\"plain_name\":\"x\",\"colour\":null,\"inners\":null,\"flag\":true}", Outer.class);

        assertThat(sparse.inners()).isEmpty();
        assertThat(sparse.numbers()).isEmpty();
        assertThat(sparse.tags()).isEmpty();
        assertThat(sparse.colour()).isEmpty();
        assertThat(sparse.createdAt()).isEmpty();
    }

    @Test
    void whatWasReadIsWrittenBackTheSame() {
        var text = "{\"plain_name\":\"x\",\"odd-name\":\"o\",\"colour\":\"ultraviolet\",\"inners\":[{\"count\":1,"
                + "\"deeper\":{\"count\":2}}],\"numbers\":{\"a\":1},\"tags\":[\"t\"],\"flag\":false,"
                + "\"created_at\":\"2024-10-04T14:05:06.789Z\",\"seen_at\":\"2024-10-04T14:05+0000\","
                + "\"apikey\":\"hush\",\"account_id\":\"acc\","
                + "\"crn\":\"crn:v1:bluemix:public:container-registry:us-south:a/acc::namespace:team\",\"entity_tag\":\"1-a\"}";

        var outer = Json.read(text, Outer.class);

        assertThat(Json.write(outer)).isEqualTo(text);
        assertThat(outer.colour()).contains(new Colour("ultraviolet"));
        assertThat(outer.toString()).doesNotContain("hush");
        assertThat(Json.tree(outer).getAsJsonObject().has("plain_name")).isTrue();
    }

    @Test
    void understandsAlternateNamesAndGenericRecords() {
        var outer = Json.read("{\"plain_name\":\"x\",\"flag\":false,\"oddName\":\"o\"}", Outer.class);
        assertThat(outer.odd()).contains("o");

        var box = Json.read("{\"content\":{\"count\":1},\"more\":[{\"count\":2}]}", new TypeToken<Box<Inner>>() {});
        assertThat(box.content()).isEqualTo(new Inner(1, Optional.empty()));
        assertThat(box.more()).containsExactly(new Inner(2, Optional.empty()));
    }

    @Test
    void anOpenValueKeepsWhatItDoesNotKnow() {
        assertThat(Json.read("\"red\"", Colour.class)).isEqualTo(Colour.RED);
        assertThat(Json.write(Json.read("\"octarine\"", Colour.class))).isEqualTo("\"octarine\"");
    }

    @Test
    void saysWhichFieldIsMissingOrWrong() {
        assertThatThrownBy(() -> Json.read("{\"flag\":true}", Outer.class))
                .isInstanceOf(JsonParseException.class)
                .hasMessageContaining("the answer lacks 'plain_name' of a Outer");
        assertThatThrownBy(() -> Json.read("{\"count\":\"many\"}", Inner.class)).isInstanceOf(JsonParseException.class);
        assertThatThrownBy(() -> Json.read("{\"plain_name\":\"x\",\"flag\":true,\"crn\":\"nope\"}", Outer.class))
                .isInstanceOf(JsonParseException.class)
                .hasMessageContaining("a CRN has ten segments");
        assertThat(Json.tryRead("nonsense", JsonObject.class)).isEmpty();
        assertThat(Json.tryRead(null, JsonObject.class)).isEmpty();
    }

    @Test
    void aRecordThatDoesNotLikeItsComponentsMakesAnUnreadableAnswer() {
        assertThatThrownBy(() -> Json.read("{\"from\":2,\"to\":1}", Range.class))
                .isInstanceOf(JsonParseException.class)
                .hasMessageContaining("backwards");
    }

    record Range(int from, int to) {
        Range {
            if (from > to) {
                throw new IllegalArgumentException("backwards");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2024-10-04T14:05+0000, 2024-10-04T14:05:00Z",
        "2024-10-04T14:05Z, 2024-10-04T14:05:00Z",
        "2024-10-04T14:05, 2024-10-04T14:05:00Z",
        "2049-01-02T18:30:00+0000, 2049-01-02T18:30:00Z",
        "2024-10-04T14:05:06Z, 2024-10-04T14:05:06Z",
        "2024-10-04t14:05:06z, 2024-10-04T14:05:06Z",
        "2024-10-04 14:05:06, 2024-10-04T14:05:06Z",
        "2024-10-04T14:05:06.7Z, 2024-10-04T14:05:06.700Z",
        "2024-10-04T14:05:06.123456789Z, 2024-10-04T14:05:06.123456789Z",
        "2024-10-04T14:05:06.1234567891Z, 2024-10-04T14:05:06.123456789Z",
        "2024-10-04T14:05:06+02:00, 2024-10-04T12:05:06Z",
        "2024-10-04T14:05:06-0130, 2024-10-04T15:35:06Z",
        "2024-10-04T14:05:06+02, 2024-10-04T12:05:06Z",
        "2024-02-29T00:00Z, 2024-02-29T00:00:00Z",
        "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z"
    })
    void readsEveryFormOfAnInstant(String text, Instant instant) {
        assertThat(Instants.parse(text)).contains(instant);
    }

    @Test
    void agreesWithTheCalendarOnEveryDay() {
        for (var day = java.time.LocalDate.of(1599, 1, 1); day.getYear() < 2410; day = day.plusDays(1)) {
            assertThat(Instants.parse(day + "T00:00Z"))
                    .contains(day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2024-10-04",
                "2024-10-04T14",
                "2024-13-04T14:05Z",
                "2024-00-04T14:05Z",
                "2023-02-29T14:05Z",
                "2024-10-00T14:05Z",
                "2024-10-04T24:05Z",
                "2024-10-04T14:60Z",
                "2024-10-04T14:05:61Z",
                "2024-10-04T14:05:Z",
                "2024-10-04T14:05:06.Z",
                "2024-10-04T14:05+",
                "2024-10-04T14:05+1",
                "2024-10-04T14:05+99:00",
                "2024-10-04T14:05+00:60",
                "2024-10-04T14:05Zx",
                "2024x10-04T14:05Z",
                "2024-10-04x14:05Z",
                "２０２４-10-04T14:05Z"
            })
    void whatIsNoInstantIsNone(String text) {
        assertThat(Instants.parse(text)).isEmpty();
    }
}
