// Room: sandbox / roles. Which roles an account's policies can name.
package io.lanyard.sandbox.services.roles;

import io.lanyard.policy.decision.RoleCatalog;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The account's custom roles, and the defined ones beside them. */
public final class AccountRoles {
    private static final String DELEGATOR = "AuthorizationDelegator";

    private static final int QUOTA = 40;

    private final Store<CustomRole> custom;
    private final List<Consumer<CustomRole>> removals = new CopyOnWriteArrayList<>();
    private final List<Runnable> changes = new CopyOnWriteArrayList<>();
    private volatile int quota = QUOTA;
    private final DefinedRoles defined = DefinedRoles.bundled();

    private AccountRoles(Account account) {
        custom = account.store((id, before, after) -> changes.forEach(Runnable::run));
    }

    /** The roles of an account. */
    public static AccountRoles of(Account account) {
        return account.part(AccountRoles.class, AccountRoles::new);
    }

    /** Tells what has to follow when a custom role goes, such as its leaving the policies that named it. */
    public void whenRemoved(Consumer<CustomRole> consequence) {
        removals.add(consequence);
    }

    /** Tells what has to follow when a custom role comes, changes or goes. */
    public void whenChanged(Runnable consequence) {
        changes.add(consequence);
    }

    /** The roles of this moment, for decisions. */
    public RoleCatalog catalog() {
        return new AccountCatalog(defined, custom.stream().toList());
    }

    /** How many custom roles the account may have. */
    public int quota() {
        return quota;
    }

    /** Sets another limit, as IBM's support does on request. */
    public void quota(int customRoles) {
        quota = customRoles;
    }

    void remove(CustomRole role) {
        removals.forEach(consequence -> consequence.accept(role));
        custom.remove(role.id());
    }

    Store<CustomRole> custom() {
        return custom;
    }

    /**
     * Finds a role by the id in a policy.
     *
     * @param services the services that the policy is about; none when it is about all that aren't account management
     */
    public Optional<DefinedRole> find(Collection<String> services, String roleId) {
        Optional<CustomRole> own =
                custom.stream().filter(role -> role.crn().equals(roleId)).findFirst();
        if (own.isPresent()) {
            return own.filter(role -> List.copyOf(services).equals(List.of(role.serviceName())))
                    .map(AccountRoles::asDefined);
        }
        if (services.isEmpty()) {
            return defined.common().stream()
                    .filter(role -> role.name().equals(lastPart(roleId)) && roleId.contains(":iam::::"))
                    .findFirst();
        }
        return services.stream()
                .flatMap(service -> defined.find(service, roleId).stream())
                .findFirst();
    }

    /** Whether the id is the one role that only authorizations carry. */
    public static boolean delegator(String roleId) {
        return lastPart(roleId).equals(DELEGATOR);
    }

    /** The names of the roles that a policy about these services can carry, for messages. */
    public List<String> namesFor(Collection<String> services) {
        List<String> names = new ArrayList<>();
        if (services.isEmpty()) {
            defined.common().forEach(role -> names.add(role.name()));
        }
        services.forEach(service -> defined.of(service).forEach(role -> names.add(role.name())));
        custom.stream().filter(role -> services.contains(role.serviceName())).forEach(role -> names.add(role.name()));
        return names.stream().distinct().toList();
    }

    static DefinedRole asDefined(CustomRole role) {
        return new DefinedRole(role.crn(), role.name(), role.displayName(), role.description(), false, role.actions());
    }

    private static String lastPart(String roleId) {
        return roleId.substring(roleId.lastIndexOf(':') + 1);
    }
}
