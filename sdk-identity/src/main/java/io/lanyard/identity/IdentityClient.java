package io.lanyard.identity;

import io.lanyard.core.IbmCloud;
import io.lanyard.core.call.Endpoint;
import io.lanyard.core.call.Service;

/**
 * Identity: the way in to service IDs, their groups, API keys, tokens and account settings.
 *
 * <pre>{@code
 * try (var cloud = IbmCloud.fromEnvironment()) {
 *     var identity = new IdentityClient(cloud);
 *     var robot = identity.serviceIds().create(account, "think-registry-demo", s -> s.description("pulls images in CI"));
 *     var key = identity.apiKeys().create(robot.iamId(), "think-registry-demo-key", k -> k.expiresAt(in90Days));
 *     vault.write("ci/registry", key.secret().reveal());
 * }
 * }</pre>
 *
 * <p>A client is a cheap view: it holds no connection, and many threads may share it. Unless an operation says otherwise, its
 * facts are from IBM's IAM Identity API and the SDKs generated from it, and every one throws an
 * {@link io.lanyard.core.IamException} when the service says no or can't be reached.
 */
public final class IdentityClient {

    private final Service iam;
    private final Service users;
    private final Tokens tokens;

    /**
     * Opens the client; nothing is sent yet.
     *
     * @param cloud whose credentials and connections to use
     */
    public IdentityClient(IbmCloud cloud) {
        this.iam = new Service(cloud, Endpoint.IDENTITY);
        this.users = new Service(cloud, Endpoint.USERS);
        this.tokens = new Tokens(new Service(cloud, Endpoint.IAM));
    }

    /**
     * Identities for programs.
     *
     * @return the operations on them
     */
    public ServiceIds serviceIds() {
        return new ServiceIds(iam);
    }

    /**
     * Groups that keep service IDs apart.
     *
     * @return the operations on them
     */
    public ServiceIdGroups serviceIdGroups() {
        return new ServiceIdGroups(iam);
    }

    /**
     * Keys of users and service IDs.
     *
     * @return the operations on them
     */
    public ApiKeys apiKeys() {
        return new ApiKeys(iam);
    }

    /**
     * An account's settings for identities, logins and tokens.
     *
     * @return the operations on them
     */
    public AccountSettings accountSettings() {
        return new AccountSettings(iam);
    }

    /**
     * The users of an account, as far as their settings.
     *
     * @return the operations on them
     */
    public Users users() {
        return new Users(users);
    }

    /**
     * Tokens, to look at. Calls get theirs by themselves, from the cloud's credentials.
     *
     * @return the operations on them
     */
    public Tokens tokens() {
        return tokens;
    }
}
