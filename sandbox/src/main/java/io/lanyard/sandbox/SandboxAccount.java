// Room: sandbox / front door.
package io.lanyard.sandbox;

import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.core.IamId;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.Secret;
import io.lanyard.sandbox.services.resources.ResourcePart;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.SignUp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An account in a sandbox: what a person would have in hand after signing up. */
public final class SandboxAccount {
    private static final List<String> IBM_SERVICES = List.of(
            "IAM_IDENTITY",
            "IAM_ACCESS_GROUPS",
            "IAM_POLICY_MANAGEMENT",
            "CONTEXT_BASED_RESTRICTIONS",
            "USER_MANAGEMENT",
            "ENTERPRISE_MANAGEMENT",
            "RESOURCE_MANAGER",
            "RESOURCE_CONTROLLER",
            "CONTAINER_REGISTRY",
            "ATRACKER");

    private final Sandbox sandbox;
    private final Account account;
    private final Secret ownerKey;
    private final List<Member> members;

    SandboxAccount(Sandbox sandbox, Account account, Secret ownerKey, List<Member> members) {
        this.sandbox = sandbox;
        this.account = account;
        this.ownerKey = ownerKey;
        this.members = List.copyOf(members);
    }

    /** Opens an account and gives everybody in it a key. */
    static SandboxAccount open(Sandbox sandbox, AccountSeed seed) {
        var owner = seed.accountOwner();
        var account = SignUp.open(
                sandbox.world(), seed.accountName(), owner.email(), owner.firstName(), owner.lastName(), seed.isOld());
        var ownerKey = Secret.of(SignUp.key(account, account.ownerIamId(), "owner-key"));
        var members = seed.people().stream()
                .map(person -> {
                    var user = SignUp.join(account, person.email(), person.firstName(), person.lastName());
                    return new Member(
                            IamId.of(user.iamId()),
                            user.email(),
                            user.name(),
                            Secret.of(SignUp.key(account, user.iamId(), "key-of-" + person.firstName())));
                })
                .toList();
        return new SandboxAccount(sandbox, account, ownerKey, members);
    }

    /**
     * Returns its id.
     *
     * @return the account's id
     */
    public AccountId id() {
        return AccountId.of(account.id());
    }

    /**
     * Returns its name.
     *
     * @return the name that the seed gave
     */
    public String name() {
        return account.name();
    }

    /**
     * Returns who owns it.
     *
     * @return the owner's IAM id
     */
    public IamId owner() {
        return IamId.of(account.ownerIamId());
    }

    /**
     * Returns the owner's API key.
     *
     * @return an API key that may do everything here
     */
    public Secret ownerKey() {
        return ownerKey;
    }

    /**
     * Makes a client that works here as the owner. The caller closes it.
     *
     * @return a new client
     */
    public IbmCloud cloud() {
        return cloud(ownerKey);
    }

    /**
     * Makes a client that works here with some API key. The caller closes it.
     *
     * @param key a key of anybody, made in this account
     * @return a new client
     */
    public IbmCloud cloud(Secret key) {
        var variables = new LinkedHashMap<>(environment());
        variables.put("IBMCLOUD_API_KEY", key.reveal());
        return IbmCloud.fromEnvironment(variables);
    }

    /**
     * Returns the account as the kernel knows it, for tests that look inside.
     *
     * @return the account's state
     */
    public Account state() {
        return account;
    }

    /**
     * Returns the environment variables of a program that works in this account as its owner: ours, and those of IBM's SDKs.
     *
     * @return names and values, in the order to print them
     */
    public Map<String, String> environment() {
        var variables = new LinkedHashMap<String, String>();
        variables.put("IBMCLOUD_API_KEY", ownerKey.reveal());
        variables.put("IBMCLOUD_ACCOUNT_ID", account.id());
        variables.put("IBMCLOUD_IAM_URL", sandbox.url());
        variables.put("IBMCLOUD_USER_MANAGEMENT_URL", sandbox.url());
        variables.put("IBMCLOUD_RESOURCE_MANAGER_URL", sandbox.url());
        variables.put("IBMCLOUD_RESOURCE_CONTROLLER_URL", sandbox.url());
        variables.put("IBMCLOUD_LOGS_URL", sandbox.url() + "/logs/{id}");
        variables.put("IBMCLOUD_LOGS_INGRESS_URL", sandbox.url() + "/logs-ingress/{id}");
        variables.put("IBMCLOUD_ATRACKER_URL", sandbox.url());
        variables.put("IBMCLOUD_REGISTRY_URL", sandbox.registryUrl(Engine.REGIONS.get(0)));
        for (var region : Engine.REGIONS) {
            var name = region.toUpperCase(Locale.ROOT).replace('-', '_');
            variables.put("IBMCLOUD_REGISTRY_" + name, sandbox.registry(region));
        }
        variables.put("IBMCLOUD_COS_URL", sandbox.storageUrl());
        for (var service : IBM_SERVICES) {
            variables.put(service + "_URL", url(service));
            variables.put(service + "_AUTH_TYPE", "iam");
            variables.put(service + "_AUTH_URL", sandbox.url());
            variables.put(service + "_APIKEY", ownerKey.reveal());
        }
        return variables;
    }

    /** Where IBM's SDKs begin the paths of a service: enterprises have the version in it, as their default has. */
    private String url(String service) {
        return switch (service) {
            case "CONTAINER_REGISTRY" -> sandbox.registryUrl(Engine.REGIONS.get(0));
            case "ENTERPRISE_MANAGEMENT" -> sandbox.url() + "/v1";
            default -> sandbox.url();
        };
    }

    /**
     * Makes a service instance in the default resource group, without a call: what a test or lab stands on.
     *
     * @param plan the plan's id, such as {@code cloud-object-storage-standard} or {@code messagehub-standard}
     * @param place {@code global} for Object Storage, a region for others
     * @param name its name
     * @return its CRN; the GUID in it is the {@code serviceInstance} of policies
     */
    public Crn newInstance(String plan, String place, String name) {
        return new Crn(ResourcePart.of(account).make(plan, place, name).crn());
    }

    /**
     * Returns the members beside the owner.
     *
     * @return the members, in the order of the seed
     */
    public List<Member> members() {
        return members;
    }

    /**
     * Makes the owner of another account a member here, as an invitation that he accepted does. His keys stay where they were made,
     * and with them the account that their tokens are from.
     *
     * @param other the account that he owns
     */
    public void admit(SandboxAccount other) {
        SignUp.admit(account, other.account);
    }

    @Override
    public String toString() {
        return "SandboxAccount[" + account.id() + "]";
    }

    /**
     * A member of the account and his key.
     *
     * @param iamId his IAM id
     * @param email his user name
     * @param name his full name
     * @param key an API key of his
     */
    public record Member(IamId iamId, String email, String name, Secret key) {}
}
