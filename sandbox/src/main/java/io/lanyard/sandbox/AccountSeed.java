// Room: sandbox / front door.
package io.lanyard.sandbox;

import java.util.ArrayList;
import java.util.List;

/** What an account starts with. Mutable only inside the lambda that it is given to. */
public final class AccountSeed {

    /**
     * A person to be.
     *
     * @param email his user name
     * @param firstName given name
     * @param lastName family name
     */
    record Person(String email, String firstName, String lastName) {}

    private String name = "Sandbox account";
    private boolean old;
    private Person owner = new Person("owner@example.com", "Olivia", "Owner");
    private final List<Person> members = new ArrayList<>();

    AccountSeed() {}

    /**
     * Names the account.
     *
     * @param accountName any name
     * @return this seed
     */
    public AccountSeed name(String accountName) {
        name = accountName;
        return this;
    }

    /**
     * Makes it an account from before the registry knew IAM policies: their enforcement is off in {@code us-south} until somebody
     * switches it on.
     *
     * @return this seed
     */
    public AccountSeed old() {
        old = true;
        return this;
    }

    /**
     * Says who owns it.
     *
     * @param email his user name
     * @param firstName given name
     * @param lastName family name
     * @return this seed
     */
    public AccountSeed owner(String email, String firstName, String lastName) {
        owner = new Person(email, firstName, lastName);
        return this;
    }

    /**
     * Adds a member: a user with an API key of his own and no access at all.
     *
     * @param email his user name
     * @param firstName given name
     * @param lastName family name
     * @return this seed
     */
    public AccountSeed member(String email, String firstName, String lastName) {
        members.add(new Person(email, firstName, lastName));
        return this;
    }

    String accountName() {
        return name;
    }

    boolean isOld() {
        return old;
    }

    Person accountOwner() {
        return owner;
    }

    List<Person> people() {
        return members;
    }
}
