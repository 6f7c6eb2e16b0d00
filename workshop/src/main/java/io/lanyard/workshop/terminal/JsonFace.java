package io.lanyard.workshop.terminal;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.annotations.SerializedName;
import io.lanyard.workshop.engine.CheckResult;
import io.lanyard.workshop.engine.CleanUp;
import io.lanyard.workshop.engine.Explanation;
import io.lanyard.workshop.engine.LabEvent;
import io.lanyard.workshop.engine.LabListener;
import io.lanyard.workshop.engine.Outcome;
import io.lanyard.workshop.engine.Report;
import io.lanyard.workshop.engine.StepResult;
import io.lanyard.workshop.engine.Verdict;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Terminal: writes one JSON document when a lab has ended. It follows the result file of Exercism's test runners, version 3:
 *
 * <pre>
 * {"version": 3, "lab": "registry", "status": "pass" | "fail" | "error", "message": "…" when not pass,
 *  "tests": [{"name": "6 pull-denied: the image is still there", "task_id": 6,
 *             "status": "pass" | "fail" | "error", "message": "…" when not pass, "output": "what was asked and answered"}],
 *  "denials": [{"task_id": 6, "question": "…", "effect": "Deny", "reasons": ["…"], "fixes": ["…"]}],
 *  "wire": [{"task_id": 6, "method": "GET", "path": "/v2/…", "status": 403, "transaction_id": "…"}] with -v,
 *  "clean_up": [{"kind": "policy", "removed": 2, "left": []}]}
 * </pre>
 *
 * <p>"error" means that nobody looked, "fail" that somebody looked and it isn't so.
 */
public final class JsonFace implements LabListener {
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    private final PrintWriter out;
    private final boolean wire;
    private final Map<Integer, List<String>> said = new TreeMap<>();
    private final List<Denial> denials = new ArrayList<>();
    private final List<WireCall> calls = new ArrayList<>();
    private int step;

    /**
     * Makes a face.
     *
     * @param out where to write
     * @param wire whether to list each call on the wire
     */
    public JsonFace(PrintWriter out, boolean wire) {
        this.out = out;
        this.wire = wire;
    }

    @Override
    public synchronized void on(LabEvent event) {
        if (event instanceof LabEvent.StepStarted started) {
            step = started.number();
        } else if (event instanceof LabEvent.Requested requested) {
            var request = requested.request();
            say("-> " + request.verb() + " " + request.object()
                    + (request.actor().isEmpty() ? "" : " as " + request.actor()));
        } else if (event instanceof LabEvent.Answered answered) {
            say(answered.answer());
        } else if (event instanceof LabEvent.Refused refused) {
            say(refused.refusal().status() + " " + refused.refusal().sentence());
        } else if (event instanceof LabEvent.Said sentence) {
            say(sentence.sentence());
        } else if (event instanceof LabEvent.Shown shown) {
            shown.facts().forEach(fact -> say(fact.name() + ": " + fact.value()));
        } else if (event instanceof LabEvent.Printed printed) {
            say(printed.text());
        } else if (event instanceof LabEvent.Explained explained) {
            denials.add(Denial.of(step, explained.explanation()));
        } else if (event instanceof LabEvent.Wire call && wire) {
            calls.add(new WireCall(step, call.method(), call.path(), call.status(), call.transactionId()));
        } else if (event instanceof LabEvent.Ended ended) {
            out.println(GSON.toJson(document(ended.report())));
            out.flush();
        }
    }

    private void say(String text) {
        said.computeIfAbsent(step, number -> new ArrayList<>()).add(text);
    }

    private Document document(Report report) {
        var status = status(report.outcome());
        var message = Stream.concat(
                        report.steps().stream().map(StepResult::trouble).filter(text -> !text.isEmpty()),
                        report.leftBehind().stream())
                .findFirst()
                .orElse("a check does not hold");
        return new Document(
                3,
                report.lab().id(),
                status,
                status.equals("pass") ? null : message,
                report.steps().stream().flatMap(this::tests).toList(),
                List.copyOf(denials),
                wire ? List.copyOf(calls) : null,
                report.cleanUps());
    }

    private Stream<Test> tests(StepResult result) {
        var name = result.number() + " " + result.step().id();
        var output = String.join("\n", said.getOrDefault(result.number(), List.of()));
        if (result.checks().isEmpty()) {
            var message = result.trouble().isEmpty() ? null : result.trouble();
            return Stream.of(new Test(name, result.number(), status(result.outcome()), message, output));
        }
        return result.checks().stream()
                .map(check -> new Test(
                        name + ": " + check.statement(), result.number(), status(check), message(check), output));
    }

    private static String status(Outcome outcome) {
        return switch (outcome) {
            case DONE -> "pass";
            case NOT_YET, NOT_BEGUN -> "fail";
            case NOT_RUN, ENVIRONMENT -> "error";
        };
    }

    private static String status(CheckResult check) {
        if (check.verdict() instanceof Verdict.Pass) {
            return "pass";
        }
        return check.verdict() instanceof Verdict.Fail ? "fail" : "error";
    }

    private static @Nullable String message(CheckResult check) {
        if (check.verdict() instanceof Verdict.Fail fail) {
            return fail.evidence() + "; " + fail.missing();
        }
        return check.verdict() instanceof Verdict.NotRun notRun ? notRun.why() : null;
    }

    private record Document(
            int version,
            String lab,
            String status,
            @Nullable String message,
            List<Test> tests,
            List<Denial> denials,
            @Nullable List<WireCall> wire,
            @SerializedName("clean_up") List<CleanUp.Outcome> cleanUp) {}

    private record Test(
            String name,
            @SerializedName("task_id") int taskId,
            String status,
            @Nullable String message,
            String output) {}

    private record Denial(
            @SerializedName("task_id") int taskId,
            String question,
            String effect,
            List<String> reasons,
            List<String> fixes) {
        static Denial of(int step, Explanation explanation) {
            return new Denial(
                    step, explanation.question(), explanation.effect(), explanation.reasons(), explanation.fixes());
        }
    }

    private record WireCall(
            @SerializedName("task_id") int taskId,
            String method,
            String path,
            int status,
            @SerializedName("transaction_id") String transactionId) {}
}
