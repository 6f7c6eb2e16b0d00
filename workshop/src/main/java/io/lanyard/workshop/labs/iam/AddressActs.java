package io.lanyard.workshop.labs.iam;

import static io.lanyard.workshop.labs.iam.Names.HERE;
import static io.lanyard.workshop.labs.iam.Names.HOME;
import static io.lanyard.workshop.labs.iam.Names.OFFICE;

import io.lanyard.core.IbmCloud;
import io.lanyard.core.Secret;
import io.lanyard.identity.AllowedAddresses;
import io.lanyard.identity.IdentityClient;
import io.lanyard.workshop.engine.Explanation;
import io.lanyard.workshop.engine.Request;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.labs.LabEnvironment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Labs, integrate-iam: the steps in which addresses are allowed, and the owner locks himself out. */
final class AddressActs {
    /** Longer than a token lives. */
    private static final Duration A_TOKENS_LIFE = Duration.ofMinutes(61);

    private final LabEnvironment environment;
    private final AccountState state;
    private final WayIn wayIn;
    private final Uploader uploader;

    AddressActs(LabEnvironment environment, AccountState state, WayIn wayIn, Uploader uploader) {
        this.environment = environment;
        this.state = state;
        this.wayIn = wayIn;
        this.uploader = uploader;
    }

    void allowTheOffice(Scene scene) throws Exception {
        allowForAccount(scene, OFFICE);
        refused(scene, HERE);
        admitted(scene, OFFICE);
        scene.ask(
                Request.of("read", "the settings, with the token from before").as(Names.OWNER),
                state::settings,
                settings -> "works: addresses are looked at when a token is made, not when it is used");
        scene.say("So keep a session open while you change this list: until its token ends, it is your way back.");
    }

    void allowForBoth(Scene scene) throws Exception {
        allowForAccount(scene, HERE, OFFICE);
        scene.ask(
                Request.of("allow", OFFICE + ", " + HOME + " for the owner"),
                () -> allowForOwner(environment.cloud(), AllowedAddresses.of(OFFICE, HOME)),
                now -> "allowed_ip_addresses of the user is " + now);
        refused(scene, HERE);
        admitted(scene, OFFICE);
        refused(scene, HOME);
        scene.ask(
                Request.of("log in", "from " + HERE).as(Names.UPLOADER),
                () -> wayIn.login(HERE, uploader.demandKey()),
                token -> "a token: a service ID has no list of its own");
    }

    void lockOutAndComeBack(Scene scene) throws Exception {
        allowForAccount(scene, OFFICE);
        scene.ask(
                Request.of("turn", "the sandbox clock past the end of every token"),
                () -> {
                    environment.advance(A_TOKENS_LIFE);
                    return A_TOKENS_LIFE;
                },
                later -> later.toMinutes() + " minutes later");
        refused(scene, HERE);
        scene.say(
                "Locked out: no token from before is left, and no new one is to be had here. Somebody at an allowed address"
                        + " has to open the lists; if there is nobody, only IBM's support can.");
        var office = scene.ask(
                Request.of("log in", "from " + OFFICE).as(Names.OWNER),
                wayIn::fromOffice,
                cloud -> "a token, which may be used from everywhere");
        scene.ask(
                Request.of("open", "the account's list"),
                () -> openForAccount(office),
                now -> "the account: " + words(now));
        scene.ask(
                Request.of("open", "the owner's list"),
                () -> allowForOwner(office, AllowedAddresses.ANY),
                now -> "the owner: " + words(now));
        admitted(scene, HERE);
    }

    private void allowForAccount(Scene scene, String... addresses) throws Exception {
        var allowed = AllowedAddresses.of(addresses);
        scene.ask(
                Request.of("allow", String.join(", ", addresses) + " for the account, and no other address"),
                () -> allowForAccount(allowed),
                now -> "allowed_ip_addresses is " + now);
    }

    private AllowedAddresses allowForAccount(AllowedAddresses addresses) {
        var settings = new IdentityClient(environment.cloud()).accountSettings();
        var account = state.account();
        // tag::account-addresses[]
        var now = settings.update(account, s -> s.withAllowedAddresses(addresses));
        // end::account-addresses[]
        return now.value().allowedIpAddresses();
    }

    private AllowedAddresses allowForOwner(IbmCloud cloud, AllowedAddresses addresses) {
        var users = new IdentityClient(cloud).users();
        var account = state.account();
        var owner = state.owner();
        // tag::both-lists[]
        users.updateSettings(account, owner, s -> s.withAllowedAddresses(addresses));
        // end::both-lists[]
        return users.settings(account, owner).addresses();
    }

    private AllowedAddresses openForAccount(IbmCloud office) {
        var account = state.account();
        // tag::way-back[]
        var settings = new IdentityClient(office).accountSettings();
        var now = settings.update(account, s -> s.withAllowedAddresses(AllowedAddresses.ANY));
        // end::way-back[]
        return now.value().allowedIpAddresses();
    }

    private void admitted(Scene scene, String address) throws Exception {
        scene.ask(
                Request.of("log in", "from " + address).as(Names.OWNER),
                () -> wayIn.login(address),
                (Secret token) -> "a token");
    }

    private void refused(Scene scene, String address) throws Exception {
        scene.refused(Request.of("log in", "from " + address).as(Names.OWNER), () -> wayIn.login(address));
        scene.explain(why(address));
    }

    /** No policy is asked at a login; the two lists are. */
    private Explanation why(String address) {
        var reasons = new ArrayList<String>();
        var fixes = new ArrayList<String>();
        look("the account's list", state.accountsAddresses(), address, reasons, fixes);
        look("the user's list", state.ownersAddresses(), address, reasons, fixes);
        return new Explanation("may the owner get a token at " + address + "?", "Deny", reasons, fixes);
    }

    private static void look(
            String whose, AllowedAddresses list, String address, List<String> reasons, List<String> fixes) {
        boolean out = !list.isAny() && !list.entries().contains(address);
        reasons.add(whose + " allows " + words(list) + (out ? ", not " + address : ""));
        if (out) {
            fixes.add("add " + address + " to " + whose);
        }
    }

    static String words(AllowedAddresses list) {
        return list.isAny() ? "every address" : String.join(", ", list.entries());
    }
}
