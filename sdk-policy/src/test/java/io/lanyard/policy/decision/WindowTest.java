package io.lanyard.policy.decision;

import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.Once.once;
import static io.lanyard.policy.RoleId.READER;
import static io.lanyard.policy.Weekly.weekly;
import static io.lanyard.policy.Weekly.weeklyOn;
import static io.lanyard.policy.decision.Fixture.ROBOT;
import static io.lanyard.policy.decision.Fixture.namespace;
import static io.lanyard.policy.decision.Fixture.pull;
import static io.lanyard.policy.decision.Fixture.with;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.policy.Attribute;
import io.lanyard.policy.Condition;
import io.lanyard.policy.Grant;
import io.lanyard.policy.Match;
import io.lanyard.policy.Operator;
import io.lanyard.policy.Pattern;
import io.lanyard.policy.Rule;
import io.lanyard.policy.TimeWindow;
import io.lanyard.policy.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policy tests: when a policy counts. 2026-11-16 is a Monday. */
class WindowTest {
    private static final TimeWindow OFFICE =
            weekly(MONDAY, FRIDAY).from("09:00").to("17:00").at(UTC);

    @ParameterizedTest
    @CsvSource({
        "2026-11-16T09:00:00Z, true",
        "2026-11-16T08:59:59.999Z, false",
        "2026-11-20T17:00:00Z, true",
        "2026-11-20T17:00:00.001Z, false",
        "2026-11-21T12:00:00Z, false",
        "2026-11-22T12:00:00Z, false",
    })
    void officeHoursIncludeBothEnds(Instant at, boolean permitted) {
        assertThat(permits(OFFICE, at)).isEqualTo(permitted);
    }

    @Test
    void withoutATimeNoWindowIsOpen() {
        var decision = with(reader().during(OFFICE)).decide(pull());

        assertThat(decision.permitted()).isFalse();
        assertThat(decision.explain()).contains("only Mon–Fri 09:00–17:00 +00:00; no time was given");
    }

    @ParameterizedTest
    @CsvSource({
        // Monday 00:30 in +06:00 is still Sunday 18:30 in UTC
        "2026-11-15T18:30:00Z, true",
        "2026-11-15T17:59:59Z, false",
        "2026-11-16T17:59:59Z, true",
        "2026-11-16T18:00:00Z, false",
    })
    void aDayIsMeantInItsOwnOffset(Instant at, boolean permitted) {
        assertThat(permits(weeklyOn(MONDAY).at(ZoneOffset.ofHours(6)), at)).isEqualTo(permitted);
    }

    @Test
    void everyDayCanCarryAnOffsetOfItsOwn() {
        var days = new Attribute(
                "{{environment.attributes.day_of_week}}",
                Operator.DAY_OF_WEEK_ANY_OF,
                Value.of(List.of("1+00:00", "3-08:00")));

        assertThat(permits(days, "2026-11-16T12:00:00Z")).isTrue();
        assertThat(permits(days, "2026-11-18T07:59:59Z")).isFalse();
        assertThat(permits(days, "2026-11-19T07:59:59Z")).isTrue();
    }

    @Test
    void daysAreAlsoPlainNumbersInUtc() {
        var key = "{{environment.attributes.day_of_week}}";
        var anyOf = new Attribute(
                key,
                Operator.DAY_OF_WEEK_ANY_OF,
                new Value.Many(List.of(new Value.Numeric(BigDecimal.ONE), new Value.Numeric(BigDecimal.valueOf(7)))));
        var equals = new Attribute(key, Operator.DAY_OF_WEEK_EQUALS, Value.of(3));

        assertThat(permits(anyOf, "2026-11-22T23:59:59Z")).isTrue();
        assertThat(permits(anyOf, "2026-11-17T00:00:00Z")).isFalse();
        assertThat(permits(equals, "2026-11-18T12:00:00Z")).isTrue();
        assertThat(permits(equals, "2026-11-19T12:00:00Z")).isFalse();
    }

    @Test
    void aWindowOverMidnightIsNeverOpen() {
        var night = weekly(MONDAY, SUNDAY).from("22:00").to("06:00");

        assertThat(permits(night, Instant.parse("2026-11-16T23:00:00Z"))).isFalse();
        assertThat(permits(night, Instant.parse("2026-11-16T05:00:00Z"))).isFalse();
    }

    @Test
    void onceIsOpenFromItsFirstToItsLastSecond() {
        var once = once(OffsetDateTime.parse("2026-12-24T18:00:00+01:00"))
                .until(OffsetDateTime.parse("2026-12-24T20:00:00+01:00"));

        assertThat(permits(once, Instant.parse("2026-12-24T17:00:00Z"))).isTrue();
        assertThat(permits(once, Instant.parse("2026-12-24T16:59:59Z"))).isFalse();
        assertThat(permits(once, Instant.parse("2026-12-24T19:00:00Z"))).isTrue();
        assertThat(permits(once, Instant.parse("2026-12-24T19:00:01Z"))).isFalse();
    }

    @Test
    void dateTimeComparesWholeInstantsWhateverTheKeySays() {
        var rule = new Attribute(
                "{{environment.attributes.current_time}}",
                Operator.DATE_TIME_LESS_THAN,
                Value.of("2026-11-16T12:00:00+00:00"));

        assertThat(permits(rule, "2026-11-16T11:59:59Z")).isTrue();
        assertThat(permits(rule, "2026-11-16T12:00:00Z")).isFalse();
        assertThat(permits(rule, "2026-11-17T11:00:00Z")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "dateLessThan, 2026-11-16+00:00, 2026-11-15T23:59:59Z, true",
        "dateLessThan, 2026-11-16+00:00, 2026-11-16T00:00:00Z, false",
        "dateLessThanOrEquals, 2026-11-16+00:00, 2026-11-16T23:59:59Z, true",
        "dateGreaterThan, 2026-11-16+02:00, 2026-11-16T22:00:00Z, true",
        "dateGreaterThan, 2026-11-16+02:00, 2026-11-16T21:59:59Z, false",
        "dateGreaterThanOrEquals, 2026-11-16, 2026-11-16T00:00:00Z, true",
        "timeLessThan, 12:00:00+00:00, 2026-11-16T11:59:59Z, true",
        "timeLessThan, 12:00:00+00:00, 2026-11-16T12:00:00Z, false",
        "timeGreaterThan, 12:00:00-05:00, 2026-11-16T17:00:01Z, true",
        "timeGreaterThan, 12:00:00-05:00, 2026-11-16T17:00:00Z, false",
        "timeLessThan, noon, 2026-11-16T11:00:00Z, false",
        "timeSomething, 12:00:00+00:00, 2026-11-16T11:00:00Z, false",
    })
    void comparesDatesAndTimes(String operator, String value, String at, boolean holds) {
        var rule = new Attribute("{{environment.attributes.current_date}}", Operator.of(operator), Value.of(value));

        assertThat(permits(rule, at)).isEqualTo(holds);
    }

    @Test
    void aValueThatIsNoTimeIsListedAsNotJudged() {
        var rule = new Attribute("{{environment.attributes.current_time}}", Operator.TIME_LESS_THAN, Value.of("noon"));

        var decision = with(reader().during(new Condition(Pattern.WEEKLY, rule)))
                .decide(pull().at(Instant.parse("2026-11-16T11:00:00Z")));

        assertThat(decision.notModelled()).anyMatch(part -> part.contains("noon"));
    }

    @Test
    void andOrAndNestingHold() {
        var weekend = weeklyOn(SUNDAY).condition().rule();
        var either = Rule.anyOf(OFFICE.condition().rule(), weekend);

        assertThat(permits(either, "2026-11-22T03:00:00Z")).isTrue();
        assertThat(permits(either, "2026-11-16T10:00:00Z")).isTrue();
        assertThat(permits(either, "2026-11-21T10:00:00Z")).isFalse();
    }

    @Test
    void conditionsOnTheResourceLookAtItsAttributes() {
        var account = with(reader().where(Rule.anyOf(
                Rule.resource("path", Match.like("logs/{{*}}/*")), Rule.resource("prefix", Match.absent()))));

        assertThat(account.decide(pull().with("path", "logs/*/x").with("prefix", "p"))
                        .permitted())
                .isTrue();
        assertThat(account.decide(pull().with("path", "logs/y/x").with("prefix", "p"))
                        .permitted())
                .isFalse();
        assertThat(account.decide(pull().with("path", "elsewhere")).permitted()).isTrue();
    }

    @Test
    void conditionsOnTheSurroundingsLookThere() {
        var account = with(reader().where(Rule.environment("delimiter", Match.anyOf("", "/"))));

        assertThat(account.decide(pull().environment("delimiter", "/")).permitted())
                .isTrue();
        assertThat(account.decide(pull().environment("delimiter", "x")).permitted())
                .isFalse();
        assertThat(account.decide(pull()).permitted()).isFalse();
    }

    @Test
    void aRuleThatIsNotKnownNeverHoldsAndIsListed() {
        var account =
                with(reader().during(new Condition(Pattern.of("moon"), new Rule.Unknown("{\"phase\":\"full\"}"))));

        var decision = account.decide(pull());

        assertThat(decision.permitted()).isFalse();
        assertThat(decision.notModelled()).anyMatch(part -> part.contains("phase"));
    }

    private static Grant reader() {
        return grant(READER).to(ROBOT).on(namespace("my_namespace", "us-south"));
    }

    private static boolean permits(TimeWindow window, Instant at) {
        return with(reader().during(window)).decide(pull().at(at)).permitted();
    }

    private static boolean permits(Rule rule, String at) {
        return permits(new Condition(Pattern.WEEKLY, rule), Instant.parse(at));
    }
}
