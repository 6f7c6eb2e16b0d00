// Identity, tests: two people change one thing at once, and nothing is lost.
package io.lanyard.identity;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import io.lanyard.core.AccessDeniedException;
import io.lanyard.core.ConflictException;
import io.lanyard.core.PreconditionFailedException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateRacesTest extends Wired {

    private static final ServiceIdId ID = ServiceIdId.of("ServiceId-1");
    private static final String RACE = "race";

    @ParameterizedTest
    @ValueSource(ints = {409, 412})
    void beginsAgainOnWhatTheOtherWrote(int stale) {
        reads("Started", "theirs", "1-aa", "read");
        wire.stubFor(put(anyUrl())
                .inScenario(RACE)
                .whenScenarioStateIs("read")
                .willReturn(aResponse().withStatus(stale))
                .willSetStateTo("lost"));
        reads("lost", "theirs, changed", "2-bb", "read again");
        wire.stubFor(told(
                put(anyUrl()).inScenario(RACE).whenScenarioStateIs("read again"), "theirs, changed, mine", "3-cc"));

        var updated = identity.serviceIds()
                .update(ID, s -> s.withDescription(s.description().orElse("") + ", mine"));

        assertThat(updated.value().description()).contains("theirs, changed, mine");
        wire.verify(putRequestedFor(anyUrl()).withHeader("If-Match", equalTo("2-bb")));
        assertThat(sent()).contains("\"description\":\"theirs, changed, mine\"");
    }

    @Test
    void givesUpWhenOthersAreFasterEveryTime() {
        var changes = new AtomicInteger();
        for (int round = 0; round < 20; round++) {
            var now = round == 0 ? "Started" : "lost " + round;
            reads(now, "v" + round, round + "-aa", "read " + round);
            wire.stubFor(put(anyUrl())
                    .inScenario(RACE)
                    .whenScenarioStateIs("read " + round)
                    .willReturn(aResponse().withStatus(412))
                    .willSetStateTo("lost " + (round + 1)));
        }

        assertThatThrownBy(() ->
                        identity.serviceIds().update(ID, s -> s.withDescription("mine " + changes.incrementAndGet())))
                .isInstanceOf(PreconditionFailedException.class);

        assertThat(changes).hasValue(5);
    }

    @Test
    void givesUpAtOnceWhenTheConflictIsAboutSomethingElse() {
        wire.stubFor(told(get(anyUrl()), "as it was", "1-aa"));
        wire.stubFor(put(anyUrl()).willReturn(aResponse().withStatus(409)));

        assertThatThrownBy(() -> identity.serviceIds().update(ID, s -> s.withDescription("mine")))
                .isInstanceOf(ConflictException.class);

        wire.verify(1, putRequestedFor(anyUrl()));
    }

    @Test
    void doesNotTryAgainWhatIsLocked() {
        wire.stubFor(told(get(anyUrl()), "as it was", "1-aa"));
        wire.stubFor(put(anyUrl()).willReturn(aResponse().withStatus(403)));

        assertThatThrownBy(() -> identity.serviceIds().update(ID, s -> s.withDescription("mine")))
                .isInstanceOf(AccessDeniedException.class);

        wire.verify(1, putRequestedFor(anyUrl()));
    }

    @Test
    void replacesOnceAndNeverReads() {
        wire.stubFor(told(any(anyUrl()), "as it was", "1-aa"));
        var read = identity.serviceIds().get(ID);
        wire.stubFor(put(anyUrl()).willReturn(aResponse().withStatus(412)));

        assertThatThrownBy(() -> identity.serviceIds().replace(read, s -> s.withDescription("mine")))
                .isInstanceOf(PreconditionFailedException.class);

        assertThat(wire.getAllServeEvents()).hasSize(2);
    }

    private static void reads(String state, String description, String etag, String next) {
        wire.stubFor(told(
                get(anyUrl()).inScenario(RACE).whenScenarioStateIs(state).willSetStateTo(next), description, etag));
    }

    private static MappingBuilder told(MappingBuilder request, String description, String etag) {
        return request.willReturn(aResponse()
                .withHeader("Content-Type", "application/json")
                .withHeader("ETag", etag)
                .withBody(SERVICE_ID.replace("pulls images in CI", description).replace("1-aa", etag)));
    }
}
