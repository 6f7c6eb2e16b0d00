// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.v2;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.services.registry.blobs.ContentRange;
import io.lanyard.sandbox.services.registry.blobs.Digest;
import io.lanyard.sandbox.services.registry.blobs.Upload;
import io.lanyard.sandbox.services.registry.blobs.UploadException;
import io.lanyard.sandbox.services.registry.catalog.Storage;
import io.lanyard.sandbox.services.registry.oci.OciCode;
import io.lanyard.sandbox.services.registry.oci.OciException;
import io.lanyard.sandbox.services.registry.oci.RepositoryName;
import java.io.IOException;
import java.util.OptionalLong;

/** Blobs on their way in: at once, in chunks, resumed, mounted from another repository, or given up. */
final class Pushes {
    Response start(Place place, Call call) throws IOException {
        call.event().skip();
        var mount = call.query("mount").flatMap(Digest::parse);
        if (mount.isPresent() && mounted(place, call, mount.get())) {
            return created(place, mount.get());
        }
        var room = room(place);
        var upload = place.catalog().uploads().start(place.name().value(), call.now());
        var digest = call.query("digest");
        if (digest.isEmpty()) {
            return accepted(place, upload);
        }
        try {
            var promised = Pulls.digest(digest.get());
            append(place, call, upload, room);
            return finish(place, upload, promised);
        } catch (IOException | RuntimeException failed) {
            place.catalog().uploads().cancel(upload);
            throw failed;
        }
    }

    /** A mount needs the right to pull where the blob comes from; without it, or without the blob, an upload begins. */
    private static boolean mounted(Place place, Call call, Digest digest) {
        return call.query("from")
                .flatMap(RepositoryName::parse)
                .filter(place::readable)
                .filter(from -> place.catalog().mount(from, digest, place.name()))
                .isPresent();
    }

    Response status(Place place, Call call) {
        return progress(place, upload(place, call), 204);
    }

    Response chunk(Place place, Call call) throws IOException {
        call.event().skip();
        var upload = upload(place, call);
        append(place, call, upload, room(place));
        return accepted(place, upload);
    }

    Response complete(Place place, Call call) throws IOException {
        call.event().skip();
        var upload = upload(place, call);
        var promised = Pulls.digest(call.query("digest")
                .orElseThrow(() -> OciException.of(OciCode.DIGEST_INVALID, "the query parameter digest is missing")));
        if (call.body().length() != 0) {
            append(place, call, upload, room(place));
        }
        return finish(place, upload, promised);
    }

    Response cancel(Place place, Call call) {
        call.event().skip();
        place.catalog().uploads().cancel(upload(place, call));
        return Response.noContent();
    }

    private static Upload upload(Place place, Call call) {
        var id = call.path("upload");
        return place.catalog()
                .uploads()
                .find(place.name().value(), id)
                .orElseThrow(() -> OciException.of(OciCode.BLOB_UPLOAD_UNKNOWN, "it ended, or never began"));
    }

    private static void append(Place place, Call call, Upload upload, long room) throws IOException {
        var range = call.header("Content-Range")
                .map(header -> ContentRange.parse(header)
                        .orElseThrow(() -> OciException.of(
                                OciCode.BLOB_UPLOAD_INVALID, "Content-Range must be <first byte>-<last byte>")));
        var length = call.body().length();
        try {
            upload.append(
                    range,
                    length < 0 ? OptionalLong.empty() : OptionalLong.of(length),
                    room,
                    call.body().stream(),
                    call.now());
        } catch (UploadException unfit) {
            if (unfit.kind() == UploadException.Kind.TOO_LARGE) {
                place.catalog().uploads().cancel(upload);
            }
            throw Failures.of(unfit)
                    .with("Location", location(place, upload))
                    .with("Range", range(upload))
                    .with("Docker-Upload-UUID", upload.id());
        }
    }

    private static Response finish(Place place, Upload upload, Digest promised) throws IOException {
        try {
            place.catalog().finish(place.name(), upload, promised);
        } catch (UploadException unfit) {
            throw Failures.of(unfit);
        }
        return created(place, promised);
    }

    /** Returns how many bytes the account may still add here. */
    private static long room(Place place) {
        var limit = place.settings().storageLimit();
        if (limit < 0) {
            return Long.MAX_VALUE;
        }
        var room = limit - Storage.of(place.catalog(), place.owner().id()).bytes();
        if (room <= 0) {
            throw Failures.storage();
        }
        return room;
    }

    private static Response created(Place place, Digest digest) {
        return Response.status(201)
                .with("Location", place.path("/blobs/" + digest))
                .with("Docker-Content-Digest", digest.toString());
    }

    private static Response accepted(Place place, Upload upload) {
        return progress(place, upload, 202);
    }

    private static Response progress(Place place, Upload upload, int status) {
        return Response.status(status)
                .with("Location", location(place, upload))
                .with("Range", range(upload))
                .with("Docker-Upload-UUID", upload.id());
    }

    private static String location(Place place, Upload upload) {
        return place.path("/blobs/uploads/" + upload.id());
    }

    /** The bytes that arrived; the protocol has no word for none, and clients expect 0-0. */
    private static String range(Upload upload) {
        return "0-" + Math.max(0, upload.offset() - 1);
    }
}
