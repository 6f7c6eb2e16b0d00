// Room: sandbox / JUnit.
package io.lanyard.sandbox.junit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.ConsoleNotifier;
import io.lanyard.sandbox.Sandbox;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * WireMock, unmodified, in front of a sandbox: one server for the IAM APIs, one for each region's registry and one for Object
 * Storage, started when first asked for. Everything passes through unless a stub says otherwise.
 */
public final class WireMockFront implements AutoCloseable {
    private static final int LAST = Integer.MAX_VALUE;
    private static final String IAM = "";
    private static final String STORAGE = "storage";

    private final Sandbox sandbox;
    private final Map<String, WireMockServer> servers = new ConcurrentHashMap<>();

    /**
     * Puts WireMock in front of a sandbox.
     *
     * @param sandbox what requests pass through to
     */
    public WireMockFront(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * Returns the server in front of the IAM APIs.
     *
     * @return a running server: stub, verify
     */
    public WireMockServer iam() {
        return servers.computeIfAbsent(IAM, key -> before(sandbox.url()));
    }

    /**
     * Returns the server in front of a region's registry.
     *
     * @param region {@code us-south} or {@code eu-gb}
     * @return a running server: stub, verify
     */
    public WireMockServer registry(String region) {
        return servers.computeIfAbsent(region, key -> before(sandbox.registryUrl(region)));
    }

    /**
     * Returns the server in front of Object Storage.
     *
     * @return a running server: stub, verify
     */
    public WireMockServer storage() {
        return servers.computeIfAbsent(STORAGE, key -> before(sandbox.storageUrl()));
    }

    /**
     * Returns the environment of the sandbox's account with every URL leading through WireMock.
     *
     * @return names and values
     */
    public Map<String, String> environment() {
        var variables = new LinkedHashMap<>(sandbox.account().environment());
        variables.replaceAll((name, value) -> {
            var through = value.replace(sandbox.url(), iam().baseUrl());
            if (through.equals(sandbox.storageUrl())) {
                through = storage().baseUrl();
            }
            for (var region : Sandbox.regions()) {
                if (through.contains(sandbox.registry(region))) {
                    through = through.replace(sandbox.registry(region), authority(registry(region)));
                }
            }
            return through;
        });
        return variables;
    }

    private static String authority(WireMockServer server) {
        return "127.0.0.1:" + server.port();
    }

    private static WireMockServer before(String url) {
        var server = new WireMockServer(options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .preserveHostHeader(true)
                .gzipDisabled(true)
                .stubRequestLoggingDisabled(true)
                .templatingEnabled(false)
                .extensions(new StraightUploads(url))
                .notifier(new ConsoleNotifier(false)));
        server.start();
        server.stubFor(any(anyUrl()).atPriority(LAST).willReturn(aResponse().proxiedFrom(url)));
        return server;
    }

    /** Stops all of them. */
    @Override
    public void close() {
        servers.values().forEach(WireMockServer::stop);
        servers.clear();
    }
}
