package io.lanyard.core.call;

import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import io.lanyard.core.ApiFailure;
import io.lanyard.core.ConflictException;
import io.lanyard.core.ETag;
import io.lanyard.core.NotFoundException;
import io.lanyard.core.Pages;
import io.lanyard.core.Secret;
import io.lanyard.core.Versioned;
import io.lanyard.core.json.Json;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Core, call: one operation on its way out. Complete it with query, headers and a body, then end with what the answer is:
 * {@link #as}, {@link #versioned}, {@link #pages}, {@link #done} … The last word sends it.
 */
public final class Call {

    private static final String JSON = "application/json";

    private final Pipeline pipeline;
    private final Draft draft;

    Call(Pipeline pipeline, Draft draft) {
        this.pipeline = pipeline;
        this.draft = draft;
    }

    /**
     * Adds a query parameter; null adds nothing, and each element of an {@link Iterable} adds one.
     *
     * @param name the parameter's name
     * @param value text, a number, a boolean, an instant, an id or an open value
     * @return this call
     */
    public Call query(String name, @Nullable Object value) {
        draft.query(name, value);
        return this;
    }

    /**
     * Adds a header; null adds nothing.
     *
     * @param name the header's name
     * @param value its value
     * @return this call
     * @throws IllegalArgumentException when a control character would begin another header; the message doesn't repeat the value
     */
    public Call header(String name, @Nullable String value) {
        if (value != null) {
            draft.header(name, value);
        }
        return this;
    }

    /**
     * Adds a header that must not be seen: no message repeats it.
     *
     * @param name the header's name
     * @param value its value
     * @return this call
     */
    public Call header(String name, Secret value) {
        return header(name, value.reveal());
    }

    /**
     * Writes only if the resource is still at this revision.
     *
     * @param etag the revision it was read at
     * @return this call
     */
    public Call ifMatch(ETag etag) {
        return header("If-Match", etag.value());
    }

    /**
     * Says which media type is wanted instead of JSON.
     *
     * @param mediaType such as {@code text/plain}
     * @return this call
     */
    public Call accept(String mediaType) {
        draft.accept = mediaType;
        return this;
    }

    /**
     * Sends a JSON body.
     *
     * @param value what {@link Json} can write
     * @return this call
     */
    public Call json(Object value) {
        draft.body = Body.of(JSON, Json.write(value).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /**
     * Sends a form.
     *
     * @param fields the form's fields
     * @return this call
     */
    public Call form(Map<String, String> fields) {
        var text = new StringBuilder(128);
        fields.forEach((name, value) -> {
            Paths.encode(text.append(text.isEmpty() ? "" : "&"), name, "the field");
            Paths.encode(text.append('='), value, name);
        });
        draft.body =
                Body.of("application/x-www-form-urlencoded", text.toString().getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /**
     * Sends bytes.
     *
     * @param mediaType what they are
     * @param content the bytes
     * @return this call
     */
    public Call bytes(String mediaType, byte[] content) {
        draft.body = Body.of(mediaType, content.clone());
        return this;
    }

    /**
     * Sends a stream. It can be read only once, so the call is never repeated.
     *
     * @param mediaType what is in it
     * @param length how many bytes there are, -1 when that isn't known
     * @param content the stream; the caller closes it
     * @return this call
     */
    public Call stream(String mediaType, long length, InputStream content) {
        draft.body = Body.of(mediaType, length, content);
        draft.kind = CallClass.ONCE;
        return this;
    }

    /**
     * Says that the server answers a repeat with a conflict, so that repeating does no harm.
     *
     * @return this call
     */
    public Call deduped() {
        draft.kind = CallClass.DEDUPED;
        return this;
    }

    /**
     * Says that a repeat changes nothing more.
     *
     * @return this call
     */
    public Call idempotent() {
        draft.kind = CallClass.IDEMPOTENT;
        return this;
    }

    /**
     * Says that the answer comes bit by bit and may take as long as the deadline lets it: the time for one attempt is then that
     * between two bits, and not that for all of them.
     *
     * @return this call
     */
    public Call streamed() {
        draft.streamed = true;
        return this;
    }

    /**
     * Sends no credentials.
     *
     * @return this call
     */
    public Call anonymous() {
        draft.authenticated = false;
        return this;
    }

    /**
     * Names a conflict in the module's own terms.
     *
     * @param toException from the service's answer to the exception
     * @return this call
     */
    public Call onConflict(Function<ApiFailure, ConflictException> toException) {
        draft.onConflict = toException;
        return this;
    }

    /**
     * Sends the call, and decodes its answer.
     *
     * @param type what is answered
     * @param <T> what is answered
     * @return the answer
     * @throws io.lanyard.core.IamException when there is no such answer
     */
    public <T> T as(Class<T> type) {
        return as(Json.gson().getAdapter(type));
    }

    /**
     * Sends the call, and decodes its answer by an adapter of its own. Naming the adapter here rather than in an annotation
     * saves a process's first call some 20 ms: to read the first annotation, Java writes and loads a proxy class.
     *
     * @param adapter what decodes it
     * @param <T> what is answered
     * @return the answer
     * @throws io.lanyard.core.IamException when there is no such answer
     */
    public <T> T as(TypeAdapter<T> adapter) {
        return send(answer -> Json.read(answer.reader(), adapter));
    }

    <T> T as(Class<T> type, Deadline deadline) {
        return pipeline.send(plan(), answer -> Json.read(answer.reader(), TypeToken.get(type)), deadline);
    }

    /**
     * Sends the call, and decodes its answer.
     *
     * @param type what is answered
     * @param <T> what is answered
     * @return the answer
     * @throws io.lanyard.core.IamException when there is no such answer
     */
    public <T> T as(TypeToken<T> type) {
        return send(answer -> Json.read(answer.reader(), type));
    }

    /**
     * Sends the call, and decodes its answer together with its revision.
     *
     * @param type what is answered
     * @param <T> what is answered
     * @return the answer and its ETag
     * @throws io.lanyard.core.IamException when there is no such answer, or it carries no ETag
     */
    public <T> Versioned<T> versioned(Class<T> type) {
        return versioned(Json.gson().getAdapter(type));
    }

    /**
     * Sends the call, and decodes its answer together with its revision, by an adapter of its own.
     *
     * @param adapter what decodes it
     * @param <T> what is answered
     * @return the answer and its ETag
     * @throws io.lanyard.core.IamException when there is no such answer, or it carries no ETag
     */
    public <T> Versioned<T> versioned(TypeAdapter<T> adapter) {
        header(
                "Accept-Encoding",
                "identity"); // a server that compresses may mark the ETag as that of the compressed form
        return send(answer -> {
            var etag = answer.etag().orElseThrow(() -> new JsonParseException("the answer carries no ETag"));
            return new Versioned<>(Json.read(answer.reader(), adapter), etag);
        });
    }

    /**
     * Sends the call, and decodes an answer that may not be there yet: 204, or no body at all.
     *
     * @param type what is answered
     * @param <T> what is answered
     * @return the answer, empty when there is none yet
     * @throws io.lanyard.core.IamException when the service doesn't say yes
     */
    public <T> Optional<T> ifPresent(Class<T> type) {
        return send(answer -> {
            var text = answer.text();
            return text.isBlank() ? Optional.<T>empty() : Optional.of(Json.read(text, type));
        });
    }

    /**
     * Sends the call, and takes one list out of its answer, for lists that come in one piece.
     *
     * @param field the field that holds the list
     * @param type what is in it
     * @param <T> what is in it
     * @return the list, empty when the field is absent
     * @throws io.lanyard.core.IamException when there is no such answer
     */
    public <T> List<T> items(String field, Class<T> type) {
        var reader = new PageReader<>(field, Json.gson().getAdapter(type), null);
        return send(answer -> Json.read(answer.reader(), reader).items());
    }

    /**
     * Sends the call, and takes its answer as a list, for lists that are the whole answer.
     *
     * @param type what is in it
     * @param <T> what is in it
     * @return the list
     * @throws io.lanyard.core.IamException when there is no such answer
     */
    public <T> List<T> list(Class<T> type) {
        var reader = PageReader.list(type);
        return send(answer -> Json.read(answer.reader(), reader));
    }

    /**
     * Lists page by page. Nothing is sent until somebody looks.
     *
     * @param style how this API says that there is more
     * @param field the field that holds the items
     * @param type what is in it
     * @param <T> what is in it
     * @return all items, one page of them in memory
     */
    public <T> Pages<T> pages(PageStyle style, String field, Class<T> type) {
        return pages(style, field, Json.gson().getAdapter(type));
    }

    /**
     * Lists page by page, with items decoded by an adapter of their own.
     *
     * @param style how this API says that there is more
     * @param field the field that holds the items
     * @param adapter what decodes an item
     * @param <T> what is in it
     * @return all items, one page of them in memory
     */
    public <T> Pages<T> pages(PageStyle style, String field, TypeAdapter<T> adapter) {
        var reader = new PageReader<>(field, adapter, style);
        return Pages.of(token -> {
            var userAgent = pipeline.settings().userAgent();
            var page = token.map(value -> draft.plan(userAgent, style.parameter(), value))
                    .orElseGet(this::plan);
            return pipeline.send(page, answer -> Json.read(answer.reader(), reader));
        });
    }

    /**
     * Sends the call; a success is all we want to know.
     *
     * @throws io.lanyard.core.IamException when the service doesn't say yes
     */
    public void done() {
        draft.goneIsDone = draft.is("DELETE");
        var ignored = send(Answer::status);
    }

    /**
     * Sends the call, and says whether there is such a thing.
     *
     * @return false when the service answers 404
     * @throws io.lanyard.core.IamException when it says neither yes nor 404
     */
    public boolean exists() {
        try {
            return send(answer -> true);
        } catch (NotFoundException e) {
            return false;
        }
    }

    /**
     * Sends the call, and returns its answer as text.
     *
     * @return the whole body
     * @throws io.lanyard.core.IamException when the service doesn't say yes
     */
    public String text() {
        return send(Answer::text);
    }

    /**
     * Sends the call, and hands the answer to a decoder.
     *
     * @param decoder what reads it
     * @param <T> what it makes of it
     * @return what it made of it
     * @throws io.lanyard.core.IamException when the service doesn't say yes, or the decoder fails
     */
    public <T> T send(Decoder<T> decoder) {
        return pipeline.send(plan(), decoder);
    }

    private Plan plan() {
        return draft.plan(pipeline.settings().userAgent());
    }
}
