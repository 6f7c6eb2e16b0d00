// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs;

import static io.lanyard.sandbox.kernel.Method.GET;
import static io.lanyard.sandbox.kernel.Method.POST;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.logs.query.BackgroundQuery;
import io.lanyard.sandbox.services.logs.query.QueryRequest;
import io.lanyard.sandbox.services.logs.query.Tier;

/** Queries that nobody waits for. They look at everything that was kept, and need the action for that. */
final class BackgroundRoutes {
    private static final String ALL = "/logs/{instance}/v1/background_query";
    private static final String ONE = ALL + "/{query_id}";
    private static final String ACTION = Tier.ARCHIVE.action();

    private final Logs logs;

    BackgroundRoutes(Logs logs) {
        this.logs = logs;
    }

    void declare(Routes routes) {
        routes.on(POST, ALL, "submitBackgroundQuery")
                .takes(QueryRequest.BACKGROUND)
                .waits()
                .about(BackgroundRoutes::asked)
                .needs(ACTION)
                .leaves(ACTION)
                .handledBy(this::submit);
        routes.on(GET, ONE + "/status", "getBackgroundQueryStatus")
                .about(LogsService::instance)
                .needs(ACTION)
                .leaves(ACTION)
                .handledBy(call -> Response.ok(query(call).told()));
        routes.on(GET, ONE + "/data", "getBackgroundQueryData")
                .about(LogsService::instance)
                .needs(ACTION)
                .leaves(ACTION)
                .handledBy(this::data);
        routes.on(POST, ONE + "/cancel", "cancelBackgroundQuery")
                .beside()
                .about(LogsService::instance)
                .needs(ACTION)
                .leaves(ACTION)
                .handledBy(this::cancel);
    }

    private static Target asked(Call call) {
        var target = LogsService.instance(call);
        QueryRequest.background(call.json(), target.account().now()).told().forEach(call.event()::request);
        return target;
    }

    private Response submit(Call call) {
        var request = QueryRequest.background(call.json(), call.now());
        var id = logs.with(call, instance -> {
            var made = call.account().ids().uuid();
            var question = LogsService.question(instance.index(), request);
            instance.background().submit(made, question, call.world().clock()::now);
            return made;
        });
        var accepted = new JsonObject();
        accepted.addProperty("query_id", id);
        accepted.add("warnings", new JsonArray());
        return Response.json(202, accepted);
    }

    private BackgroundQuery query(Call call) {
        var id = call.path("query_id");
        return logs.with(call, instance -> instance.background().find(id))
                .orElseThrow(() -> Refusal.notFound("BackgroundQuery", id));
    }

    private Response data(Call call) {
        var query = query(call);
        var why = switch (query.state()) {
            case SUCCEEDED -> "";
            case WAITING, RUNNING -> "isn't over yet; ask for its status";
            case CANCELLED -> "was cancelled";
            case FAILED -> "failed: " + query.failure();
        };
        if (!why.isEmpty()) {
            throw Refusal.of(Problem.CONFLICT, "There are no results: the query " + why + ".");
        }
        return Response.stream(200, "text/event-stream", -1, query::open);
    }

    private Response cancel(Call call) {
        query(call).cancel();
        return Response.status(202);
    }
}
