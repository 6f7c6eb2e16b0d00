package io.lanyard.workshop.labs.iam;

import static io.lanyard.identity.Restriction.RESTRICTED;
import static io.lanyard.workshop.labs.iam.Names.HERE;
import static io.lanyard.workshop.labs.iam.Names.HOME;
import static io.lanyard.workshop.labs.iam.Names.OFFICE;

import io.lanyard.identity.AllowedAddresses;
import io.lanyard.policy.RoleId;
import io.lanyard.policy.decision.Permit;
import io.lanyard.workshop.engine.Verdict;
import java.util.List;
import java.util.Optional;

/** Labs, integrate-iam: what must hold after the steps about settings. A check whose step is behind already says so. */
final class SettingsChecks {
    /** The account's list is set three times before it is opened again. */
    private static final int OFFICE_SET = 1;

    private static final int BOTH_SET = 2;
    private static final int LOCKED = 3;

    private final AccountState state;
    private final WayIn wayIn;
    private final Uploader uploader;

    SettingsChecks(AccountState state, WayIn wayIn, Uploader uploader) {
        this.state = state;
        this.wayIn = wayIn;
        this.uploader = uploader;
    }

    Verdict settingsCanBeRead() {
        return Verdict.when(
                state.settings().accountId().equals(state.account()),
                "the settings are another account's",
                "look at IBMCLOUD_ACCOUNT_ID");
    }

    Verdict serviceIdsAreRestricted() {
        return Verdict.when(
                state.settings().restrictCreateServiceId().equals(RESTRICTED),
                "every member may create service IDs",
                "set restrict_create_service_id to RESTRICTED");
    }

    Verdict ownerMayNotCreateServiceIds() {
        return ownerMayNot(Names.CREATE_SERVICE_ID, RoleId.SERVICE_ID_CREATOR);
    }

    private Verdict ownerMayNot(String action, RoleId role) {
        if (groupHas(role)) {
            return Verdict.notDue("the role was granted already, so this step is behind you");
        }
        var decision = state.mayOwner(action);
        return Verdict.when(!decision.permitted(), "the owner may create one", "restrict the setting");
    }

    Verdict ownerIsInTheGroup() {
        return state.group()
                .map(group -> Verdict.when(
                        state.ownerIsIn(group),
                        "the owner isn't in it",
                        "add him: he needs the role like everybody else"))
                .orElseGet(() -> Verdict.fail("there is no access group " + Names.GROUP, "create it"));
    }

    /** Also says by which way the owner has the role, so that a policy for him alone is noticed. */
    Verdict groupMayCreateServiceIds() {
        return groupMay(Names.CREATE_SERVICE_ID, RoleId.SERVICE_ID_CREATOR);
    }

    Verdict groupMayCreateKeys() {
        return groupMay(Names.CREATE_USER_KEY, RoleId.USER_API_KEY_CREATOR);
    }

    private Verdict groupMay(String action, RoleId role) {
        var name = role.displayName();
        if (!groupHas(role)) {
            return Verdict.fail(
                    "the group " + Names.GROUP + " doesn't have the role " + name,
                    "grant " + name + " on the IAM Identity service to the group");
        }
        var decision = state.mayOwner(action);
        return decision instanceof Permit
                ? Verdict.pass()
                : Verdict.fail("the owner still may not: " + decision.explain(), "add him to the group");
    }

    private boolean groupHas(RoleId role) {
        return state.group()
                .map(group -> state.rolesOf(group).stream()
                        .anyMatch(found -> found.name().equals(role.name())))
                .orElse(false);
    }

    Verdict uploaderIsThere() {
        return Verdict.when(
                uploader.find().isPresent(),
                "no service ID has this name",
                "create " + Names.UPLOADER + ", now that you may");
    }

    Verdict keysAreRestricted() {
        return Verdict.when(
                state.settings().restrictCreatePlatformApikey().equals(RESTRICTED),
                "every member may create API keys",
                "set restrict_create_platform_apikey to RESTRICTED");
    }

    Verdict ownerHasKey() {
        int keys = state.ownersKeys().size();
        return Verdict.when(
                keys == 1, keys + " keys of this name", "create the API key " + Names.USER_KEY + " of your own, once");
    }

    Verdict uploaderHasKey() {
        if (uploader.find().isEmpty()) {
            return Verdict.notRun("there is no service ID " + Names.UPLOADER + " yet");
        }
        long keys = uploader.keys().stream()
                .filter(key -> key.name().equals(Names.UPLOADER_KEY))
                .count();
        return Verdict.when(
                keys == 1, keys + " keys of this name", "create the key " + Names.UPLOADER_KEY + " for it, once");
    }

    Verdict onlyTheOfficeIsAllowed() {
        return behind(BOTH_SET).orElseGet(() -> accountAllows(OFFICE));
    }

    Verdict hereIsKeptOut() {
        return behind(BOTH_SET).orElseGet(() -> keepsOut(HERE));
    }

    Verdict officeGetsIn() {
        return behind(BOTH_SET)
                .orElseGet(() ->
                        state.accountsAddresses().isAny() ? Verdict.notRun("no list was set yet") : letsIn(OFFICE));
    }

    Verdict accountAllowsHereAndOffice() {
        return behind(LOCKED).orElseGet(() -> accountAllows(HERE, OFFICE));
    }

    Verdict ownerIsAllowedAtOfficeAndHome() {
        return behind(LOCKED)
                .orElseGet(() -> allows("the user's list", state.ownersAddresses(), List.of(OFFICE, HOME)));
    }

    Verdict onlyTheOfficeIsOnBoth() {
        return behind(LOCKED).orElseGet(() -> {
            var here = keepsOut(HERE);
            var home = here instanceof Verdict.Pass ? keepsOut(HOME) : here;
            return home instanceof Verdict.Pass ? letsIn(OFFICE) : home;
        });
    }

    Verdict listsAreOpen() {
        if (state.changesOfAddresses() < OFFICE_SET) {
            return Verdict.notRun("no list was set yet");
        }
        return Verdict.when(
                state.accountsAddresses().isAny() && state.ownersAddresses().isAny(),
                "the account allows " + AddressActs.words(state.accountsAddresses()) + ", the user "
                        + AddressActs.words(state.ownersAddresses()),
                "open both lists, with a token from " + OFFICE);
    }

    Verdict hereGetsIn() {
        return state.changesOfAddresses() < OFFICE_SET ? Verdict.notRun("no list was set yet") : letsIn(HERE);
    }

    /** A list that was set again since tells nothing of an earlier step. */
    private Optional<Verdict> behind(int setSince) {
        return state.changesOfAddresses() >= setSince
                ? Optional.of(Verdict.notDue("the lists were changed since, so this step is behind you"))
                : Optional.empty();
    }

    private Verdict accountAllows(String... addresses) {
        return allows("the account's list", state.accountsAddresses(), List.of(addresses));
    }

    private static Verdict allows(String whose, AllowedAddresses list, List<String> wanted) {
        return Verdict.when(
                list.entries().equals(wanted),
                whose + " allows " + AddressActs.words(list),
                "set it to " + String.join(",", wanted));
    }

    private Verdict keepsOut(String address) {
        return Verdict.when(
                wayIn.refuses(address), "a login from " + address + " gets a token", "leave " + address + " out");
    }

    private Verdict letsIn(String address) {
        return Verdict.when(
                !wayIn.refuses(address),
                "a login from " + address + " is refused",
                "allow " + address + " in both lists");
    }
}
