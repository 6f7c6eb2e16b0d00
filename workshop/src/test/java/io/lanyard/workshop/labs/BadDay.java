package io.lanyard.workshop.labs;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;

/** Test support: WireMock, in front of a part of the cloud, answers in its place. */
final class BadDay {
    private BadDay() {}

    /** The first such request gets this answer; the next ones get through. */
    static void once(WireMockServer server, MappingBuilder request, ResponseDefinitionBuilder answer) {
        server.stubFor(request.inScenario("once " + request + answer)
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(answer)
                .willSetStateTo("over")
                .atPriority(1));
    }

    /** No such request gets through. */
    static void always(WireMockServer server, MappingBuilder request, ResponseDefinitionBuilder answer) {
        server.stubFor(request.willReturn(answer).atPriority(1));
    }
}
