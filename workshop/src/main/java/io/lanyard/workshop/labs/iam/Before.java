package io.lanyard.workshop.labs.iam;

import io.lanyard.accessgroups.AccessGroup;
import io.lanyard.accessgroups.AccessGroupId;
import io.lanyard.accessgroups.AccessGroupsClient;
import io.lanyard.identity.AllowedAddresses;
import io.lanyard.identity.ApiKey;
import io.lanyard.identity.ApiKeyId;
import io.lanyard.identity.IdentityClient;
import io.lanyard.identity.IdentitySettings;
import io.lanyard.identity.Restriction;
import io.lanyard.workshop.engine.CleanUp;
import io.lanyard.workshop.labs.LabEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Labs, integrate-iam: how the account was before the lab began, and how to make it so again. */
final class Before {
    private final LabEnvironment environment;
    private final AccountState state;
    private final WayIn wayIn;
    private Optional<Seen> seen = Optional.empty();

    /** What was there. */
    private record Seen(
            IdentitySettings settings,
            AllowedAddresses ownersAddresses,
            Set<AccessGroupId> groups,
            Set<ApiKeyId> keys) {}

    Before(LabEnvironment environment, AccountState state, WayIn wayIn) {
        this.environment = environment;
        this.state = state;
        this.wayIn = wayIn;
    }

    void lookAround() {
        seen = Optional.of(new Seen(
                state.settings(),
                state.ownersAddresses(),
                groups().stream().map(AccessGroup::id).collect(Collectors.toSet()),
                state.ownersKeys().stream().map(ApiKey::id).collect(Collectors.toSet())));
    }

    CleanUp<Restriction> serviceIdRestriction() {
        return new CleanUp<>(
                "restriction of service IDs",
                () -> changed(
                        seen.map(then -> then.settings().restrictCreateServiceId()),
                        () -> state.settings().restrictCreateServiceId()),
                then -> new IdentityClient(environment.cloud())
                        .accountSettings()
                        .update(state.account(), s -> s.withServiceIdCreation(then)));
    }

    CleanUp<Restriction> apiKeyRestriction() {
        return new CleanUp<>(
                "restriction of API keys",
                () -> changed(
                        seen.map(then -> then.settings().restrictCreatePlatformApikey()),
                        () -> state.settings().restrictCreatePlatformApikey()),
                then -> new IdentityClient(environment.cloud())
                        .accountSettings()
                        .update(state.account(), s -> s.withApiKeyCreation(then)));
    }

    CleanUp<AllowedAddresses> accountsAddresses() {
        return new CleanUp<>(
                "address list of the account",
                () -> changed(seen.map(then -> then.settings().allowedIpAddresses()), state::accountsAddresses),
                then -> new IdentityClient(wayIn.cloud())
                        .accountSettings()
                        .update(state.account(), s -> s.withAllowedAddresses(then)));
    }

    CleanUp<AllowedAddresses> ownersAddresses() {
        return new CleanUp<>(
                "address list of the owner",
                () -> changed(seen.map(Seen::ownersAddresses), state::ownersAddresses),
                then -> new IdentityClient(wayIn.cloud())
                        .users()
                        .updateSettings(state.account(), state.owner(), s -> s.withAllowedAddresses(then)));
    }

    /** Its policies go with it. */
    CleanUp<AccessGroupId> group() {
        return new CleanUp<>(
                "access group",
                () -> ours(groups().stream().map(AccessGroup::id).toList(), seen.map(Seen::groups)),
                id -> new AccessGroupsClient(environment.cloud()).groups().deleteWithMembers(id));
    }

    CleanUp<ApiKeyId> userKey() {
        return new CleanUp<>(
                "user API key",
                () -> ours(state.ownersKeys().stream().map(ApiKey::id).toList(), seen.map(Seen::keys)),
                id -> new IdentityClient(environment.cloud()).apiKeys().delete(id));
    }

    private List<AccessGroup> groups() {
        return state.group().map(List::of).orElse(List.of());
    }

    /** What the value was, if it has changed. */
    private static <T> List<T> changed(Optional<T> then, Supplier<T> now) {
        var list = new ArrayList<T>();
        then.filter(value -> !value.equals(now.get())).ifPresent(list::add);
        return list;
    }

    /** Nothing is ours as long as nobody has looked what was there before. */
    private static <T> List<T> ours(List<T> now, Optional<Set<T>> before) {
        return before.map(others ->
                        now.stream().filter(id -> !others.contains(id)).toList())
                .orElse(List.of());
    }
}
