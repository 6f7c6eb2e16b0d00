package io.lanyard.workshop.terminal;

import io.lanyard.workshop.engine.CheckResult;
import io.lanyard.workshop.engine.CleanUp;
import io.lanyard.workshop.engine.Explanation;
import io.lanyard.workshop.engine.Lab;
import io.lanyard.workshop.engine.LabEvent;
import io.lanyard.workshop.engine.LabListener;
import io.lanyard.workshop.engine.Outcome;
import io.lanyard.workshop.engine.Report;
import io.lanyard.workshop.engine.Request;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.engine.Step;
import io.lanyard.workshop.engine.StepResult;
import io.lanyard.workshop.engine.Verdict;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Terminal: shows a lab to a person: a request is one line, an answer is one line, a denial has its why and its fix. */
public final class TerminalFace implements LabListener, AutoCloseable {
    private final Page page;
    private final Look look;
    private final Progress progress;
    private final boolean wire;
    private final Set<String> told = new HashSet<>();

    /**
     * Makes a face.
     *
     * @param out where to write
     * @param look how words are dressed
     * @param wire whether to show each call on the wire
     * @param ticker beats the seconds for the progress line
     */
    public TerminalFace(PrintWriter out, Look look, boolean wire, Ticker ticker) {
        this.page = new Page(out, look);
        this.look = look;
        this.progress = new Progress(out, look, ticker);
        this.wire = wire;
    }

    @Override
    public void close() {
        progress.end();
    }

    @Override
    public synchronized void on(LabEvent event) {
        if (event instanceof LabEvent.Wire call) {
            wire(call);
            return;
        }
        progress.end();
        if (event instanceof LabEvent.Started started) {
            started(started.lab(), started.facts());
        } else if (event instanceof LabEvent.StepStarted step) {
            stepStarted(step.number(), step.step());
        } else if (event instanceof LabEvent.Requested requested) {
            requested(requested.request());
        } else if (event instanceof LabEvent.Answered answered) {
            page.marked(look.good(), answered.answer());
        } else if (event instanceof LabEvent.Refused refused) {
            page.marked(
                    look.denied(),
                    refused.refusal().status() + "  " + refused.refusal().sentence());
        } else if (event instanceof LabEvent.Explained explained) {
            explained(explained.explanation());
        } else if (event instanceof LabEvent.Said said) {
            page.gap();
            page.body(said.sentence());
        } else if (event instanceof LabEvent.Shown shown) {
            shown(shown.facts());
        } else if (event instanceof LabEvent.Printed printed) {
            page.gap();
            page.verbatim(printed.text());
        } else if (event instanceof LabEvent.Checking) {
            progress.begin("check");
        } else if (event instanceof LabEvent.StepEnded ended) {
            stepEnded(ended.result());
        } else if (event instanceof LabEvent.CleaningUp) {
            page.gap();
            page.marked(look.arrow(), "clean up");
            progress.begin("clean up");
        } else if (event instanceof LabEvent.CleanedUp cleaned) {
            cleanedUp(cleaned.outcomes());
        } else if (event instanceof LabEvent.Ended ended) {
            ended(ended.report());
        }
    }

    private void wire(LabEvent.Wire call) {
        if (wire) {
            progress.erase();
            var status = call.status() == 0 ? "no answer" : String.valueOf(call.status());
            page.wire(call.method() + " " + call.path() + "  " + status + "  " + call.transactionId());
        }
    }

    private void started(Lab lab, List<String> facts) {
        var size = lab.steps().size() + " steps · about " + lab.minutes() + " min by hand";
        page.gap();
        page.heading(lab.title(), size);
        if (!facts.isEmpty()) {
            page.note(String.join(" · ", facts));
        }
        page.gap();
    }

    private void stepStarted(int number, Step step) {
        page.gap();
        page.step(number, step.title());
        if (!step.why().isEmpty()) {
            page.body(step.why());
        }
    }

    private void requested(Request request) {
        var actor = request.actor().isEmpty() ? "" : "   as " + request.actor();
        page.gap();
        page.marked(look.arrow(), request.verb() + "  " + request.object() + actor);
        page.flush();
        progress.begin(request.verb());
    }

    private void explained(Explanation explanation) {
        page.gap();
        page.named("why", explanation.question() + "  " + explanation.effect(), explanation.reasons());
        for (String fix : explanation.fixes()) {
            page.named("fix", fix, List.of());
        }
    }

    private void shown(List<Scene.Fact> facts) {
        int width = facts.stream().mapToInt(fact -> fact.name().length()).max().orElse(0);
        page.gap();
        for (Scene.Fact fact : facts) {
            page.fact(fact.name(), width, fact.value());
        }
    }

    private void stepEnded(StepResult result) {
        page.gap();
        if (!result.trouble().isEmpty()) {
            page.marked(look.bad(), result.trouble());
        }
        var holds = result.checks().stream()
                .filter(check -> check.verdict() instanceof Verdict.Pass)
                .map(CheckResult::statement)
                .collect(Collectors.joining(" · "));
        if (!holds.isEmpty()) {
            page.marked(look.good(), "checked: " + holds);
        }
        if (result.outcome() == Outcome.NOT_BEGUN) {
            notBegun(result);
        } else {
            result.checks().forEach(this::failed);
            notLookedAt(result);
        }
        page.gap();
        page.flush();
    }

    private void failed(CheckResult check) {
        if (check.verdict() instanceof Verdict.Fail fail) {
            page.marked(look.bad(), "not so: " + check.statement());
            var seen = fail.evidence().split("\n", -1);
            page.named("seen", seen[0], List.of(seen).subList(1, seen.length));
            page.named("todo", fail.missing(), List.of());
        }
    }

    private void notBegun(StepResult result) {
        var statements = result.checks().stream().map(CheckResult::statement).collect(Collectors.joining(" · "));
        page.marked(look.skipped(), "not done yet: " + statements);
    }

    /** What stands in the way of several is said once. */
    private void notLookedAt(StepResult result) {
        var whys = new LinkedHashMap<String, List<String>>();
        for (CheckResult check : result.checks()) {
            if (check.verdict() instanceof Verdict.NotRun notRun) {
                whys.computeIfAbsent(notRun.why(), why -> new ArrayList<>()).add(check.statement());
            }
        }
        whys.forEach((why, statements) -> page.marked(
                look.skipped(),
                "not looked at: " + String.join(" · ", statements) + " (" + (told.add(why) ? why : "as above") + ")"));
    }

    private void ended(Report report) {
        page.gap();
        page.rule();
        page.note(summary(report));
        for (String left : report.leftBehind()) {
            page.note("left behind: " + left);
        }
        page.flush();
    }

    private static String summary(Report report) {
        var words = report.stepsDone() + " of " + report.steps().size() + " checked";
        if (report.denialsExplained() > 0) {
            words += " · " + Page.count(report.denialsExplained(), "denial") + " explained";
        }
        var removed = removed(report.cleanUps());
        if (!removed.isEmpty()) {
            words += " · cleaned up: " + removed;
        }
        return report.outcome() == Outcome.ENVIRONMENT ? words + " · stopped: see above" : words;
    }

    private void cleanedUp(List<CleanUp.Outcome> outcomes) {
        var removed = removed(outcomes);
        page.marked(look.good(), removed.isEmpty() ? "there was nothing to remove" : "removed " + removed);
        outcomes.stream().flatMap(outcome -> outcome.left().stream()).forEach(left -> page.marked(look.bad(), left));
    }

    private static String removed(List<CleanUp.Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> outcome.removed() > 0)
                .collect(Collectors.toMap(
                        CleanUp.Outcome::kind, CleanUp.Outcome::removed, Integer::sum, LinkedHashMap::new))
                .entrySet()
                .stream()
                .map(entry -> Page.count(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
    }
}
