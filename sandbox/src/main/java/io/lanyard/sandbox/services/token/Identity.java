// Room: sandbox / token service.
package io.lanyard.sandbox.services.token;

import io.lanyard.core.Crn;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.ServiceIdEntry;
import io.lanyard.sandbox.state.User;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who can log in, as tokens describe him.
 *
 * @param iamId his IAM id
 * @param name his name
 * @param claims the claims that are about him: {@code iam_id}, {@code realmid}, {@code sub} …
 * @param authn the same once more, as the original authentication
 */
record Identity(String iamId, String name, Map<String, Object> claims, Map<String, Object> authn) {

    private static final String SERVICE = "crn-";

    /** Finds who an IAM id is in an account. */
    static Optional<Identity> find(Account account, String iamId) {
        if (iamId.startsWith(SERVICE)) {
            return Optional.of(ofService(iamId));
        }
        return iamId.startsWith("iam-ServiceId-")
                ? account.serviceIds().find(iamId.substring("iam-".length())).map(Identity::of)
                : account.users().find(iamId).map(Identity::of);
    }

    /** A service or one of its resources: it is what its CRN says. */
    private static Identity ofService(String iamId) {
        var crn = iamId.substring(SERVICE.length());
        var named = new LinkedHashMap<String, Object>();
        named.put("name", Crn.parse(crn).serviceName());
        return of(iamId, "crn", crn, crn, "CRN", named);
    }

    private static Identity of(User user) {
        var person = new LinkedHashMap<String, Object>();
        person.put("given_name", user.firstName());
        person.put("family_name", user.lastName());
        person.put("name", user.name());
        person.put("email", user.email());
        var dash = user.iamId().indexOf('-');
        return of(
                user.iamId(),
                user.iamId().substring(0, Math.max(dash, 0)),
                user.iamId().substring(dash + 1),
                user.email(),
                "",
                person);
    }

    private static Identity of(ServiceIdEntry id) {
        var named = new LinkedHashMap<String, Object>();
        named.put("name", id.name());
        return of(id.iamId(), "iam", id.id(), id.id(), "ServiceId", named);
    }

    private static Identity of(
            String iamId, String realm, String identifier, String sub, String subType, Map<String, Object> more) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iam_id", iamId);
        claims.put("id", iamId);
        claims.put("realmid", realm);
        claims.put("identifier", identifier);
        var authn = new LinkedHashMap<String, Object>();
        authn.put("sub", sub);
        authn.put("iam_id", iamId);
        authn.putAll(more);
        claims.putAll(more);
        claims.put("sub", sub);
        if (!subType.isEmpty()) {
            claims.put("sub_type", subType);
            authn.put("sub_type", subType);
        }
        return new Identity(iamId, String.valueOf(more.get("name")), claims, authn);
    }
}
