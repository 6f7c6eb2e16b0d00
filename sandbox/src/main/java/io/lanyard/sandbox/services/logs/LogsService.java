// Room: sandbox / logs. The API of Cloud Logs.
package io.lanyard.sandbox.services.logs;

import static io.lanyard.sandbox.kernel.Method.POST;

import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.kernel.Service;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.logs.index.LogIndex;
import io.lanyard.sandbox.services.logs.ingestion.Intake;
import io.lanyard.sandbox.services.logs.query.QueryException;
import io.lanyard.sandbox.services.logs.query.QueryRequest;
import io.lanyard.sandbox.services.logs.query.Question;

/**
 * Ingestion and queries. IBM gives each instance host names of its own; here they are prefixes, with IBM's paths behind them:
 * {@code /logs/{instance}} and {@code /logs-ingress/{instance}}.
 */
public final class LogsService implements Service {
    private static final String API = "/logs/{instance}";
    private static final String INGRESS = "/logs-ingress/{instance}";

    private final Logs logs;

    /** Serves the logs. */
    public LogsService(Logs logs) {
        this.logs = logs;
    }

    @Override
    public String name() {
        return LogsInstance.SERVICE;
    }

    @Override
    public String displayName() {
        return "Cloud Logs";
    }

    @Override
    public ErrorShape errors() {
        return LogsErrors.INSTANCE;
    }

    @Override
    public void routes(Routes routes) {
        routes.on(POST, INGRESS + "/logs/v1/singles", "sendLogs")
                .streams()
                .about(LogsService::instance)
                .needs(Logs.SEND)
                .leaves(Logs.SEND)
                .handledBy(this::send);
        routes.on(POST, API + "/v1/query", "query")
                .takesIfAny(QueryRequest.DIRECT)
                .waits()
                .about(LogsService::asked)
                .needs(call ->
                        QueryRequest.direct(call.json(), call.now()).tier().action())
                .leaves("logs.logs-data-api-high.read")
                .handledBy(this::query);
        new BackgroundRoutes(logs).declare(routes);
    }

    /** What a call about an instance is about. */
    static Target instance(Call call) {
        call.event().data();
        return LogsInstance.named(call).target();
    }

    private static Target asked(Call call) {
        var target = instance(call);
        var request = QueryRequest.direct(call.json(), target.account().now());
        call.event().action(request.tier().action());
        request.told().forEach(call.event()::request);
        return target;
    }

    /** What arrives leaves no event: events may well be what arrives. What is refused does. */
    private Response send(Call call) {
        var intake = Intake.read(call.body(), call.header("Content-Encoding"), call.now());
        logs.with(call, instance -> {
            instance.index().add(intake.logs());
            return intake;
        });
        call.event().skip();
        var said = new JsonObject();
        intake.remark().ifPresent(remark -> said.addProperty("message", remark));
        return Response.ok(said);
    }

    private Response query(Call call) {
        var request = QueryRequest.direct(call.json(), call.now());
        var question = logs.with(call, instance -> question(instance.index(), request));
        var id = call.account().ids().uuid();
        return Response.stream(200, "text/event-stream", -1, () -> question.tell(id));
    }

    /** Understands a query, or refuses it. */
    static Question question(LogIndex index, QueryRequest request) {
        try {
            return Question.of(index, request);
        } catch (QueryException unclear) {
            throw Refusal.of(Problem.INVALID, unclear.sentence()).about("query");
        }
    }
}
