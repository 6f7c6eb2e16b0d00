// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.v2;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.services.registry.blobs.Digest;
import io.lanyard.sandbox.services.registry.catalog.QuotaExceededException;
import io.lanyard.sandbox.services.registry.oci.ManifestReader;
import io.lanyard.sandbox.services.registry.oci.OciCode;
import io.lanyard.sandbox.services.registry.oci.OciException;
import io.lanyard.sandbox.services.registry.oci.RepositoryName;
import java.io.IOException;
import java.util.Optional;

/** Images come and go: the manifest is what makes blobs an image. */
final class Manifests {
    Response put(Place place, Call call) throws IOException {
        var reference = call.path("reference");
        var promised = Digest.parse(reference);
        if (promised.isEmpty() && !RepositoryName.isTag(reference)) {
            throw OciException.of(OciCode.TAG_INVALID, "a tag has up to 128 letters, digits, _ . -");
        }
        var bytes = body(call);
        var digest = Digest.of(promised.map(Digest::algorithm).orElse(Digest.SHA256), bytes);
        if (promised.filter(other -> !other.equals(digest)).isPresent()) {
            throw OciException.of(OciCode.DIGEST_INVALID, "the manifest has digest " + digest);
        }
        var manifest = ManifestReader.read(bytes, call.header("Content-Type").orElse(""));
        var tag = promised.isEmpty() ? Optional.of(reference) : Optional.<String>empty();
        var limit = place.settings().storageLimit();
        try {
            place.catalog()
                    .push(place.name(), manifest, bytes, digest, tag, limit < 0 ? Long.MAX_VALUE : limit, call.now());
        } catch (QuotaExceededException full) {
            throw Failures.storage();
        }
        Events.image(place, call, reference, digest);
        var answer = Response.status(201)
                .with("Location", place.path("/manifests/" + digest))
                .with("Docker-Content-Digest", digest.toString());
        return manifest.about()
                .map(subject -> answer.with("OCI-Subject", subject.digest().toString()))
                .orElse(answer);
    }

    private static byte[] body(Call call) throws IOException {
        var announced = call.body().length();
        if (announced > ManifestReader.LARGEST) {
            throw tooLarge();
        }
        byte[] bytes;
        try (var in = call.body().stream()) {
            bytes = in.readNBytes(ManifestReader.LARGEST + 1);
        } catch (IOException cut) {
            throw OciException.of(OciCode.SIZE_INVALID, "the manifest broke off");
        }
        if (bytes.length > ManifestReader.LARGEST) {
            throw tooLarge();
        }
        if (announced >= 0 && bytes.length != announced) {
            throw OciException.of(OciCode.SIZE_INVALID, "the manifest broke off");
        }
        return bytes;
    }

    private static OciException tooLarge() {
        return OciException.of(
                OciCode.MANIFEST_INVALID,
                413,
                OciCode.MANIFEST_INVALID.sentence(),
                "a manifest has at most " + ManifestReader.LARGEST + " bytes");
    }

    /** A tag goes alone; a digest goes to the trash with all its tags. */
    Response delete(Place place, Call call) {
        var reference = call.path("reference");
        var repository = place.existing();
        var digest = repository
                .digest(reference)
                .orElseThrow(() -> OciException.of(OciCode.MANIFEST_UNKNOWN, "unknown tag or digest " + reference));
        if (repository.tags().containsKey(reference)) {
            place.catalog().change(place.name(), before -> before.withoutTag(reference));
        } else {
            place.catalog().delete(place.name(), digest, call.now());
        }
        Events.image(place, call, reference, digest);
        return Response.status(202);
    }

    /** A blob goes unless an image needs it, be it one in the trash. */
    Response deleteBlob(Place place, Call call) {
        call.event().skip();
        var digest = Pulls.digest(call.path("digest"));
        var repository = place.existing();
        if (!repository.blobs().containsKey(digest)) {
            throw OciException.of(OciCode.BLOB_UNKNOWN, digest.toString());
        }
        repository.needing(digest).ifPresent(image -> {
            throw OciException.of(
                    OciCode.UNSUPPORTED, "the image " + image.digest() + " needs it: delete the image instead");
        });
        place.catalog().change(place.name(), before -> before.withoutBlob(digest));
        return Response.status(202);
    }
}
