// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.sign;

import io.lanyard.sandbox.kernel.Authenticator;
import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Request;
import io.lanyard.sandbox.services.resources.ResourcePart;
import io.lanyard.sandbox.services.resources.ServiceInstance;
import io.lanyard.sandbox.services.resources.ServiceKey;
import io.lanyard.sandbox.services.storage.wire.S3Code;
import io.lanyard.sandbox.services.token.Tokens;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.Directory;
import io.lanyard.sandbox.state.ServiceIdEntry;
import java.util.Optional;

/** Who sends a request: the owner of a bearer token, the service ID whose HMAC keys signed it, or nobody. */
public final class StorageCredentials implements Authenticator {
    private final Tokens tokens;
    private final Directory directory;
    private final SigningTime time = new SigningTime();

    /** Knows tokens, and finds the keys of service credentials. */
    public StorageCredentials(Tokens tokens, Directory directory) {
        this.tokens = tokens;
        this.directory = directory;
    }

    private record Signer(Account account, ServiceKey key) {
        String secret() {
            return key.credentials()
                    .getAsJsonObject("cos_hmac_keys")
                    .get("secret_access_key")
                    .getAsString();
        }
    }

    @Override
    public Caller authenticate(Request request) {
        var signature = Signature.of(request);
        if (signature.isPresent()) {
            return signed(request, signature.get());
        }
        var header = request.header("Authorization").orElse("");
        if (header.startsWith("AWS ") || request.rawQuery().contains("AWSAccessKeyId=")) {
            throw S3Code.INVALID_REQUEST.refusal("Please use AWS4-HMAC-SHA256.");
        }
        try {
            return tokens.authenticate(request);
        } catch (Refusal refused) {
            throw refused.problem() == Problem.UNAUTHENTICATED ? S3Code.ACCESS_DENIED.refusal() : refused;
        }
    }

    private Caller signed(Request request, Signature signature) {
        var signer = signer(signature).orElseThrow(S3Code.INVALID_ACCESS_KEY::refusal);
        signature.check(request, signer.secret());
        time.check(signature, signer.account().world().clock());
        var id = signer.key().serviceId();
        var name =
                signer.account().serviceIds().find(id).map(ServiceIdEntry::name).orElse(id);
        return Caller.of("iam-" + id, name, signer.account().id(), "hmac");
    }

    private Optional<Signer> signer(Signature signature) {
        return directory
                .homeOf(signature.accessKey())
                .flatMap(account ->
                        ResourcePart.of(account).signer(signature.accessKey()).map(key -> new Signer(account, key)));
    }

    /** Returns the instance that the keys of a signed request belong to. */
    public Optional<ServiceInstance> instance(Request request) {
        return Signature.of(request)
                .flatMap(this::signer)
                .map(signer -> signer.key().instance());
    }

    /** Returns what checks the chunks of a signed request's body. */
    public Optional<ChunkSeal> seal(Request request) {
        return Signature.of(request)
                .flatMap(signature -> signer(signature).map(signer -> signature.seal(signer.secret())));
    }
}
