package io.lanyard.workshop.labs;

import io.lanyard.core.ApiException;
import io.lanyard.core.CredentialsRejectedException;
import io.lanyard.workshop.engine.Refusal;
import io.lanyard.workshop.engine.Troubles;
import io.lanyard.workshop.oci.OciException;
import java.util.Optional;
import java.util.Set;

/** Labs: reads what the SDK and the registry client throw. */
public final class CloudTroubles implements Troubles {
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
        return Optional.empty();
    }

    @Override
    public String sentence(Exception exception) {
        var message = exception.getMessage();
        if (exception instanceof CredentialsRejectedException) {
            return message + " Is the API key right, and not disabled?";
        }
        return message == null ? exception.toString() : message;
    }
}
