// Room: sandbox / tests. What most tests of routes begin with.
package io.lanyard.sandbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** One sandbox for a class; for each test a new account with its owner and two members who have no policy yet. */
public abstract class RouteScene {
    /** The sandbox of the class. */
    protected static Sandbox sandbox;

    /** The account of the test. */
    protected SandboxAccount account;

    /** Its id. */
    protected String accountId;

    /** Its owner. */
    protected Actor owner;

    /** A member. */
    protected Actor ada;

    /** Another member. */
    protected Actor bob;

    @BeforeAll
    static void startSandbox() {
        sandbox = Sandbox.start();
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    @BeforeEach
    final void openAccount() {
        account = sandbox.newAccount(
                seed -> seed.member("ada@example.com", "Ada", "Lovelace").member("bob@example.com", "Bob", "Builder"));
        accountId = account.id().value();
        owner = Actor.owner(sandbox, account);
        ada = Actor.member(sandbox, account, 0);
        bob = Actor.member(sandbox, account, 1);
    }
}
