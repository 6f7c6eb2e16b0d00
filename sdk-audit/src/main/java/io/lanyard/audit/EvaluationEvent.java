package io.lanyard.audit;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.lanyard.core.AccountId;
import io.lanyard.core.json.Instants;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Audit: the few fields of an event that a report counts, taken out of its text as it is read. Nothing else of it is kept, because
 * there may be millions; a field of an odd shape is as good as absent.
 */
final class EvaluationEvent {

    private @Nullable String action;
    private @Nullable String time;
    private @Nullable String initiator;
    private @Nullable String target;
    private @Nullable String source;
    private @Nullable String identity;
    private @Nullable String type;
    private @Nullable String home;
    private @Nullable String resource;
    private @Nullable String decision;
    private @Nullable String enforced;

    private EvaluationEvent() {}

    /** Reads one, empty when the text is no event: no JSON, no action or no time. */
    static Optional<EvaluationEvent> read(String json) {
        var event = new EvaluationEvent();
        try {
            event.whole(json, event::field);
        } catch (EOFException | MalformedJsonException | IllegalStateException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("text that cannot be read", e);
        }
        return event.action != null && event.when().isPresent() ? Optional.of(event) : Optional.empty();
    }

    /** Whose event it is, empty when it doesn't say. */
    Optional<AccountId> owner() {
        return Optional.ofNullable(source).flatMap(CrnText::account);
    }

    /** When it happened. */
    Optional<Instant> when() {
        return Optional.ofNullable(time).flatMap(Instants::parse);
    }

    /** What it tells, empty when it is about something else, or doesn't say who it was or how it ended. */
    Optional<Encounter> encounter() {
        var who = who();
        var verdict = decision;
        if (!Encounter.ACTION.equals(action) || verdict == null || who == null) {
            return Optional.empty();
        }
        return when().map(at -> Encounter.of(
                who, type, home, at, resource != null ? resource : target, verdict, "true".equalsIgnoreCase(enforced)));
    }

    /** Nobody in particular is somebody, too, where an event says so; the event that says nothing tells of no one. */
    private @Nullable String who() {
        if (identity != null && !identity.isBlank()) {
            return identity;
        }
        if (initiator != null && !initiator.isBlank()) {
            return initiator;
        }
        return identity == null ? null : ExternalIdentityReport.ANONYMOUS;
    }

    /** Takes a field whose name was read, and reads or skips its value. */
    private interface Field {
        void take(String name, JsonReader in) throws IOException;
    }

    private void field(String name, JsonReader in) throws IOException {
        switch (name) {
            case "action" -> action = text(in);
            case "eventTime" -> time = text(in);
            case "logSourceCRN" -> source = text(in);
            case "initiator" ->
                object(in, (inner, at) -> initiator = inner.equals("id") ? text(at) : skip(at, initiator));
            case "target" -> object(in, (inner, at) -> target = inner.equals("id") ? text(at) : skip(at, target));
            case "requestData" -> data(in, this::request);
            case "responseData" -> data(in, this::response);
            default -> in.skipValue();
        }
    }

    private void request(String name, JsonReader in) throws IOException {
        switch (name) {
            case "resource" -> resource = text(in);
            case "subject" -> object(in, this::subject);
            default -> in.skipValue();
        }
    }

    private void subject(String name, JsonReader in) throws IOException {
        switch (name) {
            case "iam_id" -> identity = text(in);
            case "account_id" -> home = text(in);
            case "identity_type" -> type = text(in);
            default -> in.skipValue();
        }
    }

    private void response(String name, JsonReader in) throws IOException {
        switch (name) {
            case "decision" -> decision = text(in);
            case "isEnforced" -> enforced = text(in);
            default -> in.skipValue();
        }
    }

    /** Some services tell data as an object, some as that object's text. */
    private void data(JsonReader in, Field fields) throws IOException {
        if (in.peek() != JsonToken.STRING) {
            object(in, fields);
            return;
        }
        try {
            whole(in.nextString(), fields);
        } catch (EOFException | MalformedJsonException | IllegalStateException e) {
            return; // plain words, which say nothing that is counted
        }
    }

    private void whole(String json, Field fields) throws IOException {
        var in = new JsonReader(new StringReader(json));
        in.beginObject();
        while (in.hasNext()) {
            fields.take(in.nextName(), in);
        }
        in.endObject();
        if (in.peek() != JsonToken.END_DOCUMENT) {
            throw new MalformedJsonException("there is more after its end");
        }
    }

    private static void object(JsonReader in, Field fields) throws IOException {
        if (in.peek() != JsonToken.BEGIN_OBJECT) {
            in.skipValue();
            return;
        }
        in.beginObject();
        while (in.hasNext()) {
            fields.take(in.nextName(), in);
        }
        in.endObject();
    }

    private static @Nullable String skip(JsonReader in, @Nullable String before) throws IOException {
        in.skipValue();
        return before;
    }

    private static @Nullable String text(JsonReader in) throws IOException {
        return switch (in.peek()) {
            case STRING, NUMBER -> in.nextString();
            case BOOLEAN -> Boolean.toString(in.nextBoolean());
            default -> skip(in, null);
        };
    }
}
