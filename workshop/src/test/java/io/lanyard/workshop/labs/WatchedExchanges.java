package io.lanyard.workshop.labs;

import static io.lanyard.contracts.Exchange.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import io.lanyard.contracts.ContractWatch;
import io.lanyard.sandbox.kernel.ExchangeObserver;
import io.lanyard.sandbox.kernel.ResponseBody;
import java.util.List;
import java.util.Map;

/** Test support: what the labs ask and what the sandbox answers is held against the contracts. The service loader finds it. */
public final class WatchedExchanges implements ExchangeObserver {
    @Override
    public void observed(Exchange exchange) {
        var asked = exchange.request();
        var answered = exchange.response();
        var query = asked.rawQuery().isEmpty() ? "" : "?" + asked.rawQuery();
        var body = answered.body() instanceof ResponseBody.Bytes bytes ? new String(bytes.bytes(), UTF_8) : "";
        var sent = new String(exchange.requestBody(), UTF_8);
        ContractWatch.ofThisRun()
                .served(request(
                                asked.method().name(),
                                asked.path() + query,
                                asked.headers().names().stream()
                                        .collect(toMap(
                                                name -> name,
                                                name -> asked.headers().all(name))),
                                sent)
                        .answered(
                                answered.status(),
                                answered.headers().stream()
                                        .collect(toMap(
                                                Map.Entry::getKey, header -> List.of(header.getValue()), (a, b) -> a)),
                                body));
    }
}
