// Contracts: lets a WireMock in front of a client under test check every request that the client sends.
package io.lanyard.contracts;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A WireMock extension that hands each request to a {@link ContractWatch} before WireMock answers it:
 *
 * <pre>{@code
 * @RegisterExtension
 * static WireMockExtension wire = WireMockExtension.newInstance()
 *         .options(wireMockConfig().dynamicPort().extensions(WatchedWireMock.requests()))
 *         .build();
 * }</pre>
 *
 * <p>What the stubs answer is the test's own business and isn't checked.
 */
public final class WatchedWireMock implements ServeEventListener {

    private final ContractWatch watch;

    private WatchedWireMock(ContractWatch watch) {
        this.watch = watch;
    }

    /**
     * Watches for this run's {@link ContractExtension}.
     *
     * @return the extension to give to WireMock
     */
    public static WatchedWireMock requests() {
        return new WatchedWireMock(ContractWatch.ofThisRun());
    }

    /**
     * Watches for a watch of the test's own.
     *
     * @param watch who is told
     * @return the extension to give to WireMock
     */
    public static WatchedWireMock requests(ContractWatch watch) {
        return new WatchedWireMock(watch);
    }

    @Override
    public String getName() {
        return "lanyard-contracts";
    }

    @Override
    public void beforeMatch(ServeEvent event, Parameters parameters) {
        Request request = event.getRequest();
        Map<String, List<String>> headers = new HashMap<>();
        for (HttpHeader header : request.getHeaders().all()) {
            headers.put(header.key(), header.values());
        }
        watch.sent(
                Exchange.request(request.getMethod().getName(), request.getUrl(), headers, request.getBodyAsString()));
    }
}
