// Contracts: what the tests of a client begin with: a service that says what it is told, and whose requests are
// checked.
package io.lanyard.contracts;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests whose requests end in WireMock, each of them held against its contract whatever is answered. */
public abstract class OverWireMock {

    /** The service; one at a time for all test classes of a module. */
    @RegisterExtension
    public static final WireMockExtension wire = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().extensions(WatchedWireMock.requests()))
            .build();

    /** For test classes to extend. */
    protected OverWireMock() {}

    /**
     * Answers every request the same.
     *
     * @param status the status
     * @param body JSON
     */
    public static void answers(int status, String body) {
        wire.stubFor(any(anyUrl()).willReturn(json(status, body)));
    }

    /**
     * Answers every request with a status and no body.
     *
     * @param status the status
     */
    public static void answersNothing(int status) {
        wire.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));
    }

    /**
     * Makes an answer with JSON and an entity tag.
     *
     * @param status the status
     * @param body JSON
     * @return the answer
     */
    public static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withHeader("ETag", "1-aa")
                .withBody(body);
    }

    /**
     * Writes the last request out.
     *
     * @return method and address, the headers that matter, the body
     */
    public static String sent() {
        return SentRequest.last(wire);
    }

    /**
     * Writes the body of the last request out.
     *
     * @return the body
     */
    public static String sentBody() {
        var all = sent();
        return all.substring(all.indexOf("\n\n") + 2);
    }
}
