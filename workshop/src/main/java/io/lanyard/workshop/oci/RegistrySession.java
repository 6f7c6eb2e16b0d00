package io.lanyard.workshop.oci;

import java.util.ArrayList;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * Registry client: what a logged-in person does. Each command fetches a token of its own, as docker and skopeo do, so that a new policy
 * is felt at once; a token that was fetched earlier can be used instead, to see that it keeps what it says.
 */
public final class RegistrySession {
    private final OciRegistry registry;
    private final Exchange exchange;
    private final String authorization;
    private final HttpUrl realm;

    RegistrySession(OciRegistry registry, Exchange exchange, String authorization, HttpUrl realm) {
        this.registry = registry;
        this.exchange = exchange;
        this.authorization = authorization;
        this.realm = realm;
    }

    /**
     * Asks for a token. It is given in any case: what it allows shows when it is used.
     *
     * @param image what it is for
     * @param access to do what
     * @return the token
     * @throws OciException when the token service refuses the key or doesn't answer
     */
    public RegistryToken token(ImageName image, Access access) {
        return token("get a token for " + image, Optional.of(access.scope(image)));
    }

    /**
     * Pulls an image, and checks each blob against its digest.
     *
     * @param image which
     * @return the image
     * @throws OciException when the registry refuses, or what it sends is not what its digest says
     */
    public OciImage pull(ImageName image) {
        return pull(image, token(image, Access.PULL));
    }

    /**
     * Pulls an image with a token that was issued before.
     *
     * @param image which
     * @param token from {@link #token}
     * @return the image
     * @throws OciException when the registry refuses, or what it sends is not what its digest says
     */
    public OciImage pull(ImageName image, RegistryToken token) {
        var operation = "pull " + image;
        var repository = "/v2/" + image.repository();
        var answer = get(operation, repository + "/manifests/" + image.tag(), token, OciImage.MANIFEST);
        var manifestBlob = new Blob(OciImage.MANIFEST, answer.body());
        var promised = answer.header("Docker-Content-Digest");
        if (!promised.isEmpty()) {
            demand(operation, manifestBlob, promised);
        }
        var manifest = OciImage.manifest(answer.body());
        var config = blob(operation, repository, manifest.config(), token);
        var layers = new ArrayList<Blob>();
        for (OciImage.Descriptor layer : manifest.layers()) {
            layers.add(blob(operation, repository, layer, token));
        }
        return new OciImage(manifestBlob, config, layers);
    }

    /**
     * Pushes an image: the blobs that the registry doesn't have yet, then the manifest.
     *
     * @param image what to push
     * @param name where to
     * @return the digest under which the registry keeps the manifest
     * @throws OciException when the registry refuses
     */
    public Digest push(OciImage image, ImageName name) {
        var token = token(name, Access.PUSH);
        var operation = "push " + name;
        upload(operation, name, image.config(), token);
        for (Blob layer : image.layers()) {
            upload(operation, name, layer, token);
        }
        var request = registry.request("/v2/" + name.repository() + "/manifests/" + name.tag())
                .put(body(image.manifest()));
        demandOk(operation, send(operation, request, token));
        return image.manifest().digest();
    }

    RegistryToken token(String operation, Optional<String> scope) {
        var url = realm.newBuilder();
        scope.ifPresent(words -> url.addQueryParameter("scope", words));
        var request = new Request.Builder().url(url.build()).header("Authorization", authorization);
        var answer = exchange.send(operation, request.build());
        demandOk(operation, answer);
        return OciRegistry.readToken(answer.body());
    }

    private Blob blob(String operation, String repository, OciImage.Descriptor wanted, RegistryToken token) {
        var answer = get(operation, repository + "/blobs/" + new Digest(wanted.digest()), token, "*/*");
        var blob = new Blob(wanted.mediaType(), answer.body());
        demand(operation, blob, wanted.digest());
        return blob;
    }

    private static void demand(String operation, Blob blob, String digest) {
        if (!blob.digest().text().equals(digest)) {
            throw new OciException(operation + ": the registry sent " + blob.digest() + " where " + digest
                    + " was asked for; the image is damaged, push it again");
        }
    }

    private void upload(String operation, ImageName name, Blob blob, RegistryToken token) {
        var blobs = "/v2/" + name.repository() + "/blobs/";
        var there = send(operation, registry.request(blobs + blob.digest()).head(), token);
        if (there.ok()) {
            return;
        }
        if (there.status() != 404 && there.status() != 401 && there.status() != 403) {
            throw there.failure(operation);
        }
        var begun = send(operation, registry.request(blobs + "uploads/").post(RequestBody.create(new byte[0])), token);
        demandOk(operation, begun);
        var place = registry.resolve(begun.header("Location"))
                .newBuilder()
                .addQueryParameter("digest", blob.digest().text())
                .build();
        demandOk(operation, send(operation, new Request.Builder().url(place).put(octets(blob)), token));
    }

    private Answer get(String operation, String path, RegistryToken token, String accept) {
        var answer = send(operation, registry.request(path).header("Accept", accept), token);
        demandOk(operation, answer);
        return answer;
    }

    private Answer send(String operation, Request.Builder request, RegistryToken token) {
        return exchange.send(
                operation,
                request.header("Authorization", "Bearer " + token.text().reveal())
                        .build());
    }

    private static void demandOk(String operation, Answer answer) {
        if (!answer.ok()) {
            throw answer.failure(operation);
        }
    }

    private static RequestBody body(Blob blob) {
        return RequestBody.create(blob.content(), MediaType.get(blob.mediaType()));
    }

    private static RequestBody octets(Blob blob) {
        return RequestBody.create(blob.content(), MediaType.get("application/octet-stream"));
    }
}
