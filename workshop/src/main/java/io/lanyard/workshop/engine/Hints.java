package io.lanyard.workshop.engine;

import java.util.List;

/**
 * Engine: three hints for one step, each saying more than the one before.
 *
 * @param question what to ask oneself
 * @param api where in the API to look
 * @param call the call itself
 */
public record Hints(String question, String api, String call) {
    /** A step in which there is nothing to find out. */
    public static final Hints NONE = new Hints("", "", "");

    /**
     * Lists the hints from vague to plain.
     *
     * @return the levels that are there, at most three
     */
    public List<String> levels() {
        return List.of(question, api, call).stream()
                .filter(hint -> !hint.isBlank())
                .toList();
    }
}
