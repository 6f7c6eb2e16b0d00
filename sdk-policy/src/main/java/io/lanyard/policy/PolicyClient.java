package io.lanyard.policy;

import io.lanyard.core.IbmCloud;
import io.lanyard.core.call.Endpoint;
import io.lanyard.core.call.Service;
import java.util.Locale;

/**
 * Policy: the way in. A cheap view on an {@link IbmCloud}; make as many as you like.
 *
 * <pre>{@code
 * var policies = new PolicyClient(cloud).policies();
 * policies.create(grant(READER).to(robot.iamId()).on(containerRegistry(account).namespace("my_namespace")));
 * }</pre>
 */
public final class PolicyClient {
    private final Wire wire;

    /**
     * Makes a client.
     *
     * @param cloud whose credentials, connections and options it uses
     */
    public PolicyClient(IbmCloud cloud) {
        this(new Wire(new Service(cloud, Endpoint.POLICY), null));
    }

    private PolicyClient(Wire wire) {
        this.wire = wire;
    }

    /**
     * Asks for texts, such as the display names of roles, in another language.
     *
     * @param language the language, sent as {@code Accept-Language}
     * @return a client that does
     */
    public PolicyClient speaking(Locale language) {
        return new PolicyClient(wire.speaking(language.toLanguageTag()));
    }

    /** {@return policies, version 2 of the API: with conditions, and able to read every policy} */
    public Policies policies() {
        return new Policies(wire);
    }

    /** {@return policies, version 1 of the API: without conditions; version 2 policies show as placeholders} */
    public PoliciesV1 v1() {
        return new PoliciesV1(wire);
    }

    /** {@return roles: those of services, those of the platform, and the account's own} */
    public Roles roles() {
        return new Roles(wire);
    }

    /** {@return an account's settings for access: what it does about identities from other accounts} */
    public AccessSettings accessSettings() {
        return new AccessSettings(wire);
    }
}
