package io.lanyard.workshop.labs;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.workshop.engine.Explanation;
import io.lanyard.workshop.engine.Refusal;
import io.lanyard.workshop.engine.Request;
import io.lanyard.workshop.engine.Scene;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Test support: a person takes a lab by hand, and nobody watches. */
final class Unseen implements Scene {
    @Override
    public <T> T ask(Request request, Callable<T> call, Function<? super T, String> answer) throws Exception {
        return call.call();
    }

    @Override
    public Refusal refused(Request request, Callable<?> call) throws Exception {
        try {
            call.call();
        } catch (Exception e) {
            return new CloudTroubles().refusal(e).orElseThrow(() -> e);
        }
        throw new IllegalStateException("allowed: " + request);
    }

    @Override
    public void explain(Explanation explanation) {
        assertThat(explanation.effect()).isEqualTo("Deny");
    }

    @Override
    public void say(String sentence) {
        // nobody listens
    }

    @Override
    public void show(List<Fact> facts) {
        // nobody looks
    }

    @Override
    public void print(String text) {
        // nobody reads
    }

    @Override
    public void cleanUp() {
        throw new IllegalStateException("a person who takes the lab by hand has not come to this");
    }
}
