// Room: sandbox / token service.
package io.lanyard.sandbox.services.token;

import io.lanyard.sandbox.state.Account;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The passwords of seeded users, for the password grant. */
public final class Passwords {
    private final Map<String, byte[]> passwords = new ConcurrentHashMap<>();

    private Passwords() {}

    /** Returns those of an account. */
    public static Passwords of(Account account) {
        return account.part(Passwords.class, a -> new Passwords());
    }

    /** Sets one. */
    public void set(String iamId, String password) {
        passwords.put(iamId, password.getBytes(StandardCharsets.UTF_8));
    }

    boolean fits(String iamId, String password) {
        var known = passwords.get(iamId);
        return known != null && MessageDigest.isEqual(known, password.getBytes(StandardCharsets.UTF_8));
    }
}
