// Room: sandbox / control API. What became of events.
package io.lanyard.sandbox.services.control;

import static io.lanyard.sandbox.kernel.Method.GET;
import static io.lanyard.sandbox.kernel.Method.POST;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.services.routing.RoutingPart;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.Directory;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Delivery of events, seen from outside: count them, or have them delivered now. */
public final class DeliveryControl extends Control {
    private final Directory directory;

    /** Serves it for the accounts of this server. */
    public DeliveryControl(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void routes(Routes routes) {
        on(routes, GET, "/sandbox/v1/routing", "getRouting").query("account_id").handledBy(this::counts);
        on(routes, POST, "/sandbox/v1/events/flush", "flushEvents")
                .query("account_id")
                .waits()
                .handledBy(this::flush);
    }

    private Response counts(Call call) {
        return Response.ok(Map.of("targets", counts(accounts(call))));
    }

    private Response flush(Call call) {
        var accounts = accounts(call);
        var complete = RoutingPart.flush(accounts);
        var view = new LinkedHashMap<String, Object>();
        view.put("complete", complete);
        view.put("targets", counts(accounts));
        return Response.ok(view);
    }

    private static List<Map<String, Object>> counts(Collection<Account> accounts) {
        return accounts.stream()
                .flatMap(account -> RoutingPart.of(account).counts().stream())
                .toList();
    }

    /** All accounts, unless one is named. */
    private Collection<Account> accounts(Call call) {
        return call.query("account_id")
                .<Collection<Account>>map(id -> List.of(call.account(id)))
                .orElseGet(directory::accounts);
    }
}
