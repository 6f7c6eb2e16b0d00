// Room: sandbox / state.
package io.lanyard.sandbox.state;

/**
 * A person as a member of an account.
 *
 * @param iamId such as {@code IBMid-550000HFVV}
 * @param accountId the account he is a member of
 * @param email his user name
 * @param firstName given name
 * @param lastName family name
 * @param state ACTIVE, SUSPENDED, PENDING …: open, as the user management API has it
 */
public record User(String iamId, String accountId, String email, String firstName, String lastName, String state) {
    /** Returns the full name. */
    public String name() {
        return firstName + " " + lastName;
    }

    /** Tells whether he may act in the account. */
    public boolean active() {
        return state.equals("ACTIVE");
    }

    /** Returns the same user in another state. */
    public User in(String newState) {
        return new User(iamId, accountId, email, firstName, lastName, newState);
    }
}
