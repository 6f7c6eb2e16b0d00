// Room: sandbox / state.
package io.lanyard.sandbox.state;

import java.util.Optional;

/** How people come into accounts: by opening one, or by being asked in. */
public final class SignUp {
    private static final String ACTIVE = "ACTIVE";

    private SignUp() {}

    /** Opens an account with its owner; {@code old} as in {@link Account#old}. */
    public static Account open(World world, String name, String email, String firstName, String lastName, boolean old) {
        var accountId = world.ids().hex(32);
        return world.open(
                accountId, name, new User(world.ids().ibmId(), accountId, email, firstName, lastName, ACTIVE), old);
    }

    /** Makes a new person a member of an account, without any access. */
    public static User join(Account account, String email, String firstName, String lastName) {
        var user = new User(account.ids().ibmId(), account.id(), email, firstName, lastName, ACTIVE);
        account.users().put(user.iamId(), user);
        return user;
    }

    /** Makes the owner of one account a member of another, without any access, as an accepted invitation does. */
    public static User admit(Account account, Account home) {
        var owner = home.users().find(home.ownerIamId()).orElseThrow();
        var guest = new User(owner.iamId(), account.id(), owner.email(), owner.firstName(), owner.lastName(), ACTIVE);
        account.users().put(guest.iamId(), guest);
        return guest;
    }

    /** Makes an API key of somebody in an account, and returns its value. */
    public static String key(Account account, String iamId, String name) {
        var ids = account.ids();
        var value = ids.apiKeyValue();
        var id = "ApiKey-" + ids.uuid();
        var now = account.now();
        var key = new ApiKeyEntry(
                id,
                account.id(),
                iamId,
                name,
                Optional.empty(),
                value,
                false,
                false,
                "none",
                Optional.empty(),
                false,
                false,
                now,
                now,
                iamId,
                ids.entityTag(1));
        account.apiKeys().put(id, key);
        return value;
    }
}
