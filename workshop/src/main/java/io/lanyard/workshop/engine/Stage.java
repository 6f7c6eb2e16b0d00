package io.lanyard.workshop.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Engine: the scene of one play: passes on what happens, and remembers what has to be removed. */
final class Stage implements Scene {
    private final LabListener listener;
    private final Troubles troubles;
    private final List<CleanUp<?>> pending = new ArrayList<>();
    private final List<CleanUp.Outcome> outcomes = new ArrayList<>();
    private int denialsExplained;

    Stage(LabListener listener, Troubles troubles) {
        this.listener = listener;
        this.troubles = troubles;
    }

    @Override
    public <T> T ask(Request request, Callable<T> call, Function<? super T, String> answer) throws Exception {
        listener.on(new LabEvent.Requested(request));
        T result = call.call();
        listener.on(new LabEvent.Answered(answer.apply(result)));
        return result;
    }

    @Override
    public Refusal refused(Request request, Callable<?> call) throws Exception {
        listener.on(new LabEvent.Requested(request));
        try {
            call.call();
        } catch (Exception e) {
            var refusal = troubles.refusal(e);
            if (refusal.isEmpty()) {
                throw e;
            }
            listener.on(new LabEvent.Refused(refusal.get()));
            return refusal.get();
        }
        listener.on(new LabEvent.Answered("allowed"));
        throw new UnexpectedStateException(
                "\"" + request.verb() + " " + request.object() + "\" was allowed, but must be refused");
    }

    @Override
    public void explain(Explanation explanation) {
        denialsExplained++;
        listener.on(new LabEvent.Explained(explanation));
    }

    @Override
    public void say(String sentence) {
        listener.on(new LabEvent.Said(sentence));
    }

    @Override
    public void show(List<Fact> facts) {
        listener.on(new LabEvent.Shown(facts));
    }

    @Override
    public void print(String text) {
        listener.on(new LabEvent.Printed(text));
    }

    @Override
    public void cleanUp() {
        cleanUpTheRest();
        var left = outcomes.stream().flatMap(outcome -> outcome.left().stream()).toList();
        if (!left.isEmpty()) {
            throw new UnexpectedStateException(String.join("; ", left));
        }
    }

    /** Runs before the step does, so that whatever the step creates is known here first. */
    void register(List<CleanUp<?>> cleanUps) {
        pending.addAll(cleanUps);
    }

    /** Removes what is there, newest first, with the thread's interrupt set aside: an interrupted lab leaves nothing. */
    void cleanUpTheRest() {
        if (pending.isEmpty()) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        listener.on(new LabEvent.CleaningUp());
        Collections.reverse(pending);
        var now = pending.stream().map(this::remove).toList();
        pending.clear();
        outcomes.addAll(now);
        listener.on(new LabEvent.CleanedUp(now));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    List<CleanUp.Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    int denialsExplained() {
        return denialsExplained;
    }

    private <T> CleanUp.Outcome remove(CleanUp<T> cleanUp) {
        int removed = 0;
        var left = new ArrayList<String>();
        try {
            for (T thing : cleanUp.search().find()) {
                try {
                    cleanUp.removal().remove(thing);
                    removed++;
                } catch (Exception e) {
                    left.add("a " + cleanUp.kind() + " is left: " + troubles.sentence(e));
                }
            }
            int still = cleanUp.search().find().size();
            if (still > 0 && left.isEmpty()) {
                left.add("after removal, " + still + " of the kind \"" + cleanUp.kind() + "\" can still be seen");
            }
        } catch (Exception e) {
            left.add("could not look for a " + cleanUp.kind() + ": " + troubles.sentence(e));
        }
        return new CleanUp.Outcome(cleanUp.kind(), removed, left);
    }
}
