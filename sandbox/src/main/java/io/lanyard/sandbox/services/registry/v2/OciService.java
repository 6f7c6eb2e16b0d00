// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.v2;

import static io.lanyard.sandbox.kernel.Method.DELETE;
import static io.lanyard.sandbox.kernel.Method.GET;
import static io.lanyard.sandbox.kernel.Method.PATCH;
import static io.lanyard.sandbox.kernel.Method.POST;
import static io.lanyard.sandbox.kernel.Method.PUT;

import io.lanyard.sandbox.kernel.Method;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.kernel.errors.OciErrors;
import io.lanyard.sandbox.services.registry.RegistryDoor;
import io.lanyard.sandbox.services.registry.RegistryRights;
import io.lanyard.sandbox.services.registry.RegistryState;
import io.lanyard.sandbox.services.registry.token.RegistryTokens;
import java.util.Map;
import java.util.Optional;

/** The routes of the OCI distribution specification 1.1, each with what a token must grant and what it leaves in the audit. */
public final class OciService extends RegistryDoor {
    private static final String IMAGE = "/v2/{name+}/manifests/{reference}";
    private static final String BLOB = "/v2/{name+}/blobs/{digest}";
    private static final String UPLOADS = "/v2/{name+}/blobs/uploads/";
    private static final String UPLOAD = "/v2/{name+}/blobs/uploads/{upload}";

    private final Gate gate;
    private final Pulls pulls = new Pulls();
    private final Pushes pushes = new Pushes();
    private final Manifests manifests = new Manifests();

    /** Serves images. */
    public OciService(RegistryTokens tokens, RegistryState state) {
        super(OciErrors.INSTANCE);
        gate = new Gate(tokens, state);
    }

    @Override
    public void routes(Routes routes) {
        routes.on(GET, "/v2/", "ociVersion")
                .authenticatedBy(gate)
                .handledBy(call -> Response.ok(Map.of()).with("Docker-Distribution-Api-Version", "registry/2.0"));
        routes.on(GET, "/v2/_catalog", "ociCatalog").authenticatedBy(gate).handledBy(call -> {
            throw Gate.denied(call, Optional.of("registry:catalog:*"));
        });
        line(routes, GET, IMAGE, "pullManifest", "pull", pulls::manifest);
        line(routes, PUT, IMAGE, "pushManifest", "push", manifests::put);
        line(routes, DELETE, IMAGE, "deleteManifest", "delete", manifests::delete);
        quiet(routes, GET, BLOB, "pullBlob", "pull", pulls::blob);
        line(routes, DELETE, BLOB, "deleteBlob", "delete", manifests::deleteBlob);
        line(routes, POST, UPLOADS, "startUpload", "push", pushes::start);
        quiet(routes, GET, UPLOAD, "getUpload", "push", pushes::status);
        line(routes, PATCH, UPLOAD, "uploadChunk", "push", pushes::chunk);
        line(routes, PUT, UPLOAD, "finishUpload", "push", pushes::complete);
        line(routes, DELETE, UPLOAD, "cancelUpload", "push", pushes::cancel);
        quiet(routes, GET, "/v2/{name+}/tags/list", "listTags", "pull", pulls::tags);
        quiet(routes, GET, "/v2/{name+}/referrers/{digest}", "listReferrers", "pull", pulls::referrers);
    }

    private void line(Routes routes, Method method, String template, String operation, String action, Gate.Work work) {
        start(routes, method, template, operation)
                .leaves(RegistryRights.SERVICE + ".image." + action)
                .handledBy(gate.granting(action, work));
    }

    /** A call that belongs to another one, which leaves the event. */
    private void quiet(Routes routes, Method method, String template, String operation, String action, Gate.Work work) {
        start(routes, method, template, operation).handledBy(gate.granting(action, work));
    }

    private Routes.Line start(Routes routes, Method method, String template, String operation) {
        return routes.on(method, template, operation)
                .authenticatedBy(gate)
                .about(gate::about)
                .streams();
    }
}
