// Contracts: holds every answer of a sandbox against the contracts; compiled in the tests of each module that starts one.
package io.lanyard.contracts.sandbox;

import io.lanyard.contracts.ContractWatch;
import io.lanyard.sandbox.kernel.ExchangeObserver;
import io.lanyard.sandbox.kernel.ResponseBody;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Found by the service loader, so that every sandbox of a test run is watched. */
public final class ContractObserver implements ExchangeObserver {
    /** IBM gives each logs instance host names of its own; here they are prefixes of its paths. */
    private static final String LOGS_PREFIX = "^/logs(-ingress)?/[^/]+(?=/)";

    @Override
    public void observed(Exchange exchange) {
        var request = exchange.request();
        Map<String, List<String>> sent = new LinkedHashMap<>();
        request.headers()
                .names()
                .forEach(name -> sent.put(name, request.headers().all(name)));
        Map<String, List<String>> answered = new LinkedHashMap<>();
        exchange.response().headers().forEach(h -> answered.put(h.getKey(), List.of(h.getValue())));
        var path = request.path().replaceFirst(LOGS_PREFIX, "");
        var target = request.rawQuery().isEmpty() ? path : path + "?" + request.rawQuery();
        var body = exchange.response().body() instanceof ResponseBody.Bytes bytes
                ? new String(bytes.bytes(), StandardCharsets.UTF_8)
                : "";
        var seen = io.lanyard.contracts.Exchange.request(
                        request.method().name(),
                        target,
                        sent,
                        new String(exchange.requestBody(), StandardCharsets.UTF_8))
                .answered(exchange.response().status(), answered, body);
        if (streamed(exchange)) {
            ContractWatch.ofThisRun().servedStreaming(seen);
        } else {
            ContractWatch.ofThisRun().served(seen);
        }
    }

    private static boolean streamed(Exchange exchange) {
        var announced = exchange.request().headers().first("Content-Length").orElse("0");
        return exchange.response().body() instanceof ResponseBody.Stream
                || (exchange.requestBody().length == 0 && !announced.equals("0"));
    }
}
