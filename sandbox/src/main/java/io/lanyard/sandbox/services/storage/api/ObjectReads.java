// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.api;

import io.lanyard.sandbox.content.ByteRange;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Method;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.ResponseBody;
import io.lanyard.sandbox.services.storage.store.Body;
import io.lanyard.sandbox.services.storage.store.StoredObject;
import io.lanyard.sandbox.services.storage.wire.HttpDate;
import io.lanyard.sandbox.services.storage.wire.S3Code;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/** Objects are read: whole, in part, or their headers alone. */
final class ObjectReads {
    /** How often an object is looked for that others overwrite all the time. */
    static final int MOST_TRIES = 100;

    private final Desk desk;

    ObjectReads(Desk desk) {
        this.desk = desk;
    }

    /** Why no policy is asked: the object is open for everybody (cos.md §4). */
    Optional<String> whyOpen(Call call) {
        return desk.find(call, Desk.address(call).bucket())
                .flatMap(bucket -> bucket.find(Desk.key(call)))
                .filter(StoredObject::isPublic)
                .map(object -> "the object's ACL is public-read");
    }

    /** Reads it; one that is overwritten between finding and opening it is found again. */
    Response read(Call call) {
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            var answer = tried(call);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw S3Code.NO_SUCH_KEY.refusal();
    }

    private Optional<Response> tried(Call call) {
        try {
            return Optional.of(read(call, desk.object(call)));
        } catch (IOException overwritten) {
            return Optional.empty();
        }
    }

    private static Response read(Call call, StoredObject object) throws IOException {
        if (Preconditions.fresh(call, object)) {
            return validators(object, Response.status(304));
        }
        var part = part(call, object);
        var range = part.or(() -> range(call, object));
        var first = range.map(ByteRange::first).orElse(0L);
        var length = range.map(ByteRange::length).orElse(object.size());
        var headers = new ArrayList<Map.Entry<String, String>>(12);
        headers.addAll(ObjectHeaders.served(call, object.headers()));
        headers.add(Map.entry("ETag", object.quotedEtag()));
        headers.add(Map.entry("Last-Modified", HttpDate.header(object.modified())));
        headers.add(Map.entry("Accept-Ranges", "bytes"));
        if (!object.tags().isEmpty()) {
            headers.add(Map.entry(
                    "x-amz-tagging-count", Integer.toString(object.tags().size())));
        }
        if (part.isPresent() && !object.partSizes().isEmpty()) {
            headers.add(Map.entry(
                    "x-amz-mp-parts-count", Integer.toString(object.partSizes().size())));
        }
        range.ifPresent(some -> headers.add(
                Map.entry("Content-Range", "bytes " + some.first() + "-" + some.last() + "/" + object.size())));
        return new Response(range.isPresent() ? 206 : 200, headers, body(call, object, first, length));
    }

    private static ResponseBody body(Call call, StoredObject object, long first, long length) throws IOException {
        if (call.request().method() == Method.HEAD) {
            return new ResponseBody.Stream(length, InputStream::nullInputStream);
        }
        var here = length == object.size() ? object.body().inMemory() : Optional.<byte[]>empty();
        if (here.isPresent()) {
            return new ResponseBody.Bytes(here.get());
        }
        return new ResponseBody.Stream(length, new Held(object.body().share(first, length)));
    }

    /** Bytes that are held until they are sent, or until it is known that they won't be. */
    private record Held(Body body) implements ResponseBody.Source {
        @Override
        public InputStream open() throws IOException {
            return body.open();
        }

        @Override
        public void unwanted() {
            body.release();
        }
    }

    private static Response validators(StoredObject object, Response answer) {
        return answer.withEtag(object.quotedEtag()).with("Last-Modified", HttpDate.header(object.modified()));
    }

    private static Optional<ByteRange> range(Call call, StoredObject object) {
        try {
            var header = call.header("Range");
            return header.isEmpty() ? Optional.empty() : ByteRange.of(header.get(), object.size());
        } catch (ByteRange.Unsatisfiable nothing) {
            throw S3Code.INVALID_RANGE.refusal().header("Content-Range", "bytes */" + object.size());
        }
    }

    /** The range of a part that was asked for by its number; an object that came whole is its own first part. */
    private static Optional<ByteRange> part(Call call, StoredObject object) {
        var wanted = call.query("partNumber");
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        var number = Numbers.partNumber(wanted.get());
        var sizes = object.partSizes().isEmpty() ? java.util.List.of(object.size()) : object.partSizes();
        if (number > sizes.size()) {
            throw S3Code.INVALID_RANGE.refusal("The requested partnumber is not satisfiable");
        }
        var first =
                sizes.subList(0, number - 1).stream().mapToLong(Long::longValue).sum();
        var size = sizes.get(number - 1);
        return size == 0 ? Optional.empty() : Optional.of(new ByteRange(first, first + size - 1));
    }
}
