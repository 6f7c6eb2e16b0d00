// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.v2;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.content.Bounded;
import io.lanyard.sandbox.content.ByteRange;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Method;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.services.registry.blobs.Blob;
import io.lanyard.sandbox.services.registry.blobs.Digest;
import io.lanyard.sandbox.services.registry.catalog.Image;
import io.lanyard.sandbox.services.registry.oci.MediaTypes;
import io.lanyard.sandbox.services.registry.oci.OciCode;
import io.lanyard.sandbox.services.registry.oci.OciException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Reading: manifests, blobs (also in part), tags, referrers. Pulled bytes count towards the account's traffic. */
final class Pulls {
    private static final String DIGEST = "Docker-Content-Digest";

    Response manifest(Place place, Call call) {
        var reference = call.path("reference");
        var image = place.existing()
                .find(reference)
                .orElseThrow(() -> OciException.of(OciCode.MANIFEST_UNKNOWN, "unknown tag or digest " + reference));
        var bytes = place.catalog()
                .content(image.digest())
                .orElseThrow(() -> OciException.of(OciCode.MANIFEST_UNKNOWN, "its content is gone"));
        Events.image(place, call, reference, image.digest());
        return Response.stream(200, image.manifest().mediaType(), bytes.size(), source(place, call, bytes))
                .with(DIGEST, image.digest().toString())
                .with("ETag", "\"" + image.digest() + "\"");
    }

    Response blob(Place place, Call call) {
        var digest = digest(call.path("digest"));
        var blob = place.catalog()
                .blob(place.name(), digest)
                .orElseThrow(() -> OciException.of(OciCode.BLOB_UNKNOWN, digest.toString()));
        var range = call.request().method() == Method.HEAD
                ? Optional.<ByteRange>empty()
                : call.header("Range").flatMap(header -> range(header, blob.size()));
        var source = source(place, call, blob);
        var answer = range.isEmpty()
                ? Response.stream(200, "application/octet-stream", blob.size(), source)
                : Response.stream(206, "application/octet-stream", range.get().length(), () -> part(blob, range.get()))
                        .with(
                                "Content-Range",
                                "bytes " + range.get().first() + "-"
                                        + range.get().last() + "/" + blob.size());
        return answer.with(DIGEST, digest.toString())
                .with("Accept-Ranges", "bytes")
                .with("ETag", "\"" + digest + "\"");
    }

    /** Checks the traffic quota and counts, unless only the headers are asked for. */
    private static io.lanyard.sandbox.kernel.ResponseBody.Source source(Place place, Call call, Blob blob) {
        if (call.request().method() != Method.HEAD) {
            var limit = place.settings().trafficLimit();
            if (limit >= 0 && place.registry().traffic(place.region(), call.now()) >= limit) {
                throw Failures.traffic();
            }
            place.registry().pulled(place.region(), blob.size(), call.now());
        }
        return blob::open;
    }

    private static Optional<ByteRange> range(String header, long size) {
        try {
            return ByteRange.of(header, size);
        } catch (ByteRange.Unsatisfiable nothing) {
            throw OciException.of(OciCode.RANGE_INVALID, header).with("Content-Range", "bytes */" + size);
        }
    }

    private static InputStream part(Blob blob, ByteRange range) throws IOException {
        return new Bounded(blob.content().openAt(range.first()), range.length());
    }

    Response tags(Place place, Call call) {
        var last = call.query("last").orElse("");
        var wanted = call.query("n").map(Pulls::number);
        var rest = place.existing().tags().keySet().stream()
                .filter(tag -> tag.compareTo(last) > 0)
                .toList();
        var page = wanted.map(n -> rest.subList(0, Math.min(n, rest.size()))).orElse(rest);
        var body = new JsonObject();
        body.addProperty("name", place.name().value());
        body.add("tags", strings(page));
        var answer = Response.ok(body);
        return page.isEmpty() || page.size() == rest.size()
                ? answer
                : answer.with(
                        "Link",
                        "<" + place.path("/tags/list?n=" + page.size() + "&last=" + page.get(page.size() - 1))
                                + ">; rel=\"next\"");
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,6}")) {
            throw OciException.of(OciCode.PAGINATION_NUMBER_INVALID, "n must be a number up to 999999");
        }
        return Integer.parseInt(text);
    }

    private static JsonArray strings(List<String> texts) {
        var array = new JsonArray(texts.size());
        texts.forEach(array::add);
        return array;
    }

    /** Lists what is about an image: signatures, bills of materials. An image without any has an empty list. */
    Response referrers(Place place, Call call) {
        var subject = digest(call.path("digest"));
        var type = call.query("artifactType");
        var manifests = new JsonArray();
        place.repository().stream()
                .flatMap(repository -> repository.images().values().stream())
                .filter(image -> image.manifest()
                        .about()
                        .filter(about -> about.digest().equals(subject))
                        .isPresent())
                .filter(image ->
                        type.isEmpty() || image.manifest().artifactType().equals(type.get()))
                .forEach(image -> manifests.add(descriptor(image)));
        var index = new JsonObject();
        index.addProperty("schemaVersion", 2);
        index.addProperty("mediaType", MediaTypes.OCI_INDEX);
        index.add("manifests", manifests);
        var answer = Response.bytes(200, MediaTypes.OCI_INDEX, index.toString().getBytes(StandardCharsets.UTF_8));
        return type.isEmpty() ? answer : answer.with("OCI-Filters-Applied", "artifactType");
    }

    private static JsonObject descriptor(Image image) {
        var json = new JsonObject();
        json.addProperty("mediaType", image.manifest().mediaType());
        json.addProperty("digest", image.digest().toString());
        json.addProperty("size", image.manifestSize());
        json.addProperty("artifactType", image.manifest().artifactType());
        var annotations = new JsonObject();
        image.manifest().annotations().forEach(annotations::addProperty);
        json.add("annotations", annotations);
        return json;
    }

    static Digest digest(String text) {
        return Digest.parse(text)
                .orElseThrow(() -> OciException.of(OciCode.DIGEST_INVALID, "no digest of a known form"));
    }
}
