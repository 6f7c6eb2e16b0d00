// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call ends here with an error answer. Handlers throw it; the API's {@link ErrorShape} gives it its body. Carries no stack
 * trace: it is an answer, not an accident.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private int status;
    private transient @Nullable String code;
    private transient @Nullable String messageCode;
    private transient @Nullable JsonElement details;
    private transient @Nullable String about;
    private final transient List<Map.Entry<String, String>> headers = new ArrayList<>(1);

    private Refusal(Problem problem, String message) {
        super(message, null, false, false);
        this.problem = problem;
        this.status = problem.status();
    }

    /** Starts a refusal; the message is a sentence for a person. */
    public static Refusal of(Problem problem, String message) {
        return new Refusal(problem, message);
    }

    /** Says that a thing does not exist, as in {@code notFound("ServiceId", id)}. */
    public static Refusal notFound(String type, String id) {
        return of(Problem.NOT_FOUND, "Unable to find object")
                .details("Object Type: '" + type + "' with ID: '" + Words.shown(id) + "' not found.");
    }

    /** Answers with another status than the problem's usual one. */
    public Refusal status(int other) {
        status = other;
        return this;
    }

    /** Sets the API's own code. */
    public Refusal code(String value) {
        code = value;
        return this;
    }

    /** Sets the second code that identity APIs have ({@code BXNIM0102E}). */
    public Refusal messageCode(String value) {
        messageCode = value;
        return this;
    }

    /** Adds text that says more. */
    public Refusal details(String text) {
        details = new com.google.gson.JsonPrimitive(text);
        return this;
    }

    /** Adds structured details, as policy conflicts have. */
    public Refusal details(JsonElement json) {
        details = json;
        return this;
    }

    /** Names the field, parameter or header that it is about. */
    public Refusal about(String name) {
        about = name;
        return this;
    }

    /** Adds a header to the answer, such as {@code WWW-Authenticate}. */
    public Refusal header(String name, String value) {
        headers.add(Map.entry(name, value));
        return this;
    }

    /** Returns the sentence for a person. */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** Returns what is wrong. */
    public Problem problem() {
        return problem;
    }

    /** Returns the HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** Returns the API's own code, where the thrower knew it. */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /** Returns the second code of identity APIs. */
    public Optional<String> messageCode() {
        return Optional.ofNullable(messageCode);
    }

    /** Returns what more there is to say. */
    public Optional<JsonElement> details() {
        return Optional.ofNullable(details);
    }

    /** Returns the details as text, empty when there are none. */
    public String detailText() {
        return details == null ? "" : details.isJsonPrimitive() ? details.getAsString() : details.toString();
    }

    /** Returns the name of the field, parameter or header it is about. */
    public Optional<String> about() {
        return Optional.ofNullable(about);
    }

    /** Returns the first value of a header to add to the answer. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Returns the headers to add to the answer. */
    public List<Map.Entry<String, String>> headers() {
        return List.copyOf(headers);
    }
}
