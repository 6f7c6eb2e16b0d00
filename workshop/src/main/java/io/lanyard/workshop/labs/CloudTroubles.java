package io.lanyard.workshop.labs;

import com.ibm.cloud.objectstorage.AmazonServiceException;
import io.lanyard.core.ApiException;
import io.lanyard.core.CredentialsRejectedException;
import io.lanyard.core.TransportException;
import io.lanyard.workshop.engine.Refusal;
import io.lanyard.workshop.engine.Troubles;
import io.lanyard.workshop.oci.OciException;
import io.lanyard.workshop.streams.StreamsException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Labs: reads what the SDK and the registry client throw. */
public final class CloudTroubles implements Troubles {
    /** The token service's code for an address that is on no list. */
    private static final String NOT_FROM_HERE = "BXNIM0501E";

    /** The service understood, and said no. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 409, 412);

    @Override
    public Optional<Refusal> refusal(Exception exception) {
        if (exception instanceof ApiException api && REFUSALS.contains(api.status())) {
            var sentence = api.failure().errors().stream()
                    .findFirst()
                    .flatMap(error -> error.message())
                    .orElse("no reason given");
            return Optional.of(
                    new Refusal(api.status(), sentence, api.transactionId().orElse("")));
        }
        if (exception instanceof OciException oci && oci.refusal()) {
            return Optional.of(new Refusal(
                    oci.status(),
                    oci.code().toLowerCase(java.util.Locale.ROOT) + ": " + oci.sentence(),
                    oci.transactionId()));
        }
        if (exception instanceof AmazonServiceException storage && REFUSALS.contains(storage.getStatusCode())) {
            return Optional.of(storageRefusal(storage));
        }
        if (exception instanceof StreamsException streams && streams.refusal()) {
            return Optional.of(new Refusal(403, streams.sentence(), ""));
        }
        return Optional.empty();
    }

    /** Object Storage says who an exchange was with in a header of its own, the sandbox besides in that of all services. */
    private static Refusal storageRefusal(AmazonServiceException storage) {
        var headers = Optional.ofNullable(storage.getHttpHeaders()).orElse(Map.of());
        var transaction = headers.getOrDefault(
                "Transaction-Id", Optional.ofNullable(storage.getRequestId()).orElse(""));
        return new Refusal(
                storage.getStatusCode(), storage.getErrorCode() + ": " + storage.getErrorMessage(), transaction);
    }

    @Override
    public String sentence(Exception exception) {
        var message = Optional.ofNullable(exception.getMessage()).orElseGet(exception::toString);
        if (exception instanceof CredentialsRejectedException rejected) {
            return lockedOut(rejected).orElseGet(() -> atAnyTime(message));
        }
        return exception instanceof TransportException ? atAnyTime(message) : message;
    }

    /** What stands in the way of every call is said in the same words each time. */
    private static String atAnyTime(String message) {
        return message.replaceFirst("^\\w+ failed: ", "").replaceFirst(" \\[[^\\]]*]$", "");
    }

    private static Optional<String> lockedOut(CredentialsRejectedException rejected) {
        return rejected.failure()
                .filter(failure -> failure.errors().stream()
                        .anyMatch(error ->
                                error.code().filter(NOT_FROM_HERE::equals).isPresent()))
                .map(failure ->
                        "locked out: " + (failure.body().contains("the user's allowed") ? "your own" : "the account's")
                                + " list of allowed IP addresses leaves out the address that you look from, so your key gets no"
                                + " token; open the list from an allowed address, then look again");
    }
}
