// Room: sandbox / control API. What became of events.
package io.lanyard.sandbox.services.control;

import static io.lanyard.sandbox.kernel.Method.GET;
import static io.lanyard.sandbox.kernel.Method.POST;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.kernel.Service;
import io.lanyard.sandbox.kernel.errors.PlatformErrors;
import io.lanyard.sandbox.services.routing.RoutingPart;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.Directory;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Delivery of events, seen from outside: count them, or have them delivered now. */
public final class DeliveryControl implements Service {
    private final Directory directory;

    /** Serves it for the accounts of this server. */
    public DeliveryControl(Directory directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public String displayName() {
        return "Sandbox";
    }

    @Override
    public ErrorShape errors() {
        return PlatformErrors.INSTANCE;
    }

    @Override
    public void routes(Routes routes) {
        routes.on(GET, "/sandbox/v1/routing", "getRouting")
                .open()
                .query("account_id")
                .handledBy(this::counts);
        routes.on(POST, "/sandbox/v1/events/flush", "flushEvents")
                .open()
                .query("account_id")
                .waits()
                .handledBy(this::flush);
    }

    private Response counts(Call call) {
        SameMachine.demand(call);
        return Response.ok(Map.of("targets", counts(accounts(call))));
    }

    private Response flush(Call call) {
        SameMachine.demand(call);
        var accounts = accounts(call);
        var complete =
                accounts.stream().map(RoutingPart::of).map(RoutingPart::flush).reduce(true, Boolean::logicalAnd);
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
