package io.lanyard.workshop.labs.iam;

import io.lanyard.core.ApiException;
import io.lanyard.core.Credentials;
import io.lanyard.core.IamId;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.Secret;
import io.lanyard.identity.IdentityClient;
import io.lanyard.identity.TokenClaims;
import io.lanyard.workshop.labs.LabEnvironment;
import java.util.Optional;

/**
 * Labs, integrate-iam: logs in from one address or another. Where a list of addresses leaves out this one, the owner still gets in from the
 * office, so that whatever happens in between, the lists can be looked at and put back.
 */
final class WayIn {
    private static final String NOT_FROM_HERE = "BXNIM0501E";

    private final LabEnvironment environment;
    private Optional<IamId> owner = Optional.empty();

    WayIn(LabEnvironment environment) {
        this.environment = environment;
    }

    /** Logs in with the owner's key. */
    Secret login(String address) {
        return login(address, environment.ownerKey());
    }

    Secret login(String address, Secret key) {
        return address.equals(Names.HERE) ? loginHere(key) : environment.tokenFrom(address, key);
    }

    private Secret loginHere(Secret key) {
        var identity = new IdentityClient(environment.cloud());
        // tag::log-in-here[]
        var token = identity.tokens().exchange(key).accessToken();
        // end::log-in-here[]
        return token;
    }

    /** Tells whether an address is kept out; a login changes nothing. */
    boolean refuses(String address) {
        try {
            var token = login(address);
            return token.reveal().isEmpty();
        } catch (ApiException e) {
            if (e.code().filter(NOT_FROM_HERE::equals).isPresent()) {
                return true;
            }
            throw e;
        }
    }

    /** The owner's calls, with a token from wherever he can get one. */
    IbmCloud cloud() {
        return refuses(Names.HERE) ? fromOffice() : environment.cloud();
    }

    /** The owner's calls, with a token from the office; it may be used everywhere. */
    IbmCloud fromOffice() {
        var token = login(Names.OFFICE);
        var cloud = environment.cloud();
        // tag::token-from-office[]
        var office = cloud.with(o -> o.credentials(Credentials.bearer(token)));
        // end::token-from-office[]
        return office;
    }

    IamId owner() {
        if (owner.isEmpty()) {
            var token = login(refuses(Names.HERE) ? Names.OFFICE : Names.HERE);
            owner = Optional.of(TokenClaims.of(token).iamId());
        }
        return owner.get();
    }
}
