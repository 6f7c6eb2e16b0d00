package io.lanyard.workshop.engine;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Engine: where a step plays: what it asks of the cloud is shown here, as are the answers and their reasons. */
public interface Scene {

    /**
     * Announces a request, sends it, and shows the answer in one line.
     *
     * @param request what is asked
     * @param call asks
     * @param answer says the answer in a few words; it never holds a secret
     * @param <T> what the call gives
     * @return what the call gave
     * @throws Exception whatever the call throws
     */
    <T> T ask(Request request, Callable<T> call, Function<? super T, String> answer) throws Exception;

    /**
     * Announces a request that must be refused, sends it, and shows the refusal in one line.
     *
     * @param request what is asked
     * @param call asks
     * @return the refusal
     * @throws UnexpectedStateException when it was allowed
     * @throws Exception when it failed in another way than by a refusal
     */
    Refusal refused(Request request, Callable<?> call) throws Exception;

    /**
     * Shows why a request was refused, and what would change that.
     *
     * @param explanation the decision and its reasons
     */
    void explain(Explanation explanation);

    /**
     * Says something that a reader needs here.
     *
     * @param sentence one sentence
     */
    void say(String sentence);

    /**
     * Shows a few facts below each other.
     *
     * @param facts name and value
     */
    void show(List<Fact> facts);

    /**
     * Shows what a program printed, line by line as it is.
     *
     * @param text the lines
     */
    void print(String text);

    /**
     * Removes all that the lab has created so far.
     *
     * @throws UnexpectedStateException when something is left
     */
    void cleanUp();

    /**
     * One line of a table of facts.
     *
     * @param name what it is
     * @param value its value
     */
    record Fact(String name, String value) {}
}
