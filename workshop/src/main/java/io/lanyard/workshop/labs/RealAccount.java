package io.lanyard.workshop.labs;

import io.lanyard.core.ApiException;
import io.lanyard.core.Secret;
import io.lanyard.core.TransportException;
import io.lanyard.identity.IdentityClient;
import io.lanyard.workshop.engine.Explanation;
import io.lanyard.workshop.engine.Refusal;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Labs: the account of the environment variables: a real one, or one of a sandbox that runs elsewhere. */
public final class RealAccount extends AccountEnvironment {
    /** Where a person puts the key of the service ID that he created by hand. */
    public static final String ROBOT_KEY = "THINK_REGISTRY_DEMO_KEY";

    private static final String URL = "IBMCLOUD_IAM_URL";

    private static final Set<Integer> WRONG_KEY = Set.of(400, 401);

    private final Map<String, String> variables;

    private RealAccount(Map<String, String> variables) {
        super(variables);
        this.variables = Map.copyOf(variables);
    }

    /**
     * Uses the account that a person named, to play a lab in it.
     *
     * @param variables the environment variables
     * @param account the account's id, named on purpose
     * @return the account
     * @throws UnfitException when the variables don't say how to reach it, or mean another one
     */
    public static RealAccount of(Map<String, String> variables, String account) {
        demand(variables, KEY, "set it to an API key of the account");
        var other = variables.getOrDefault(ACCOUNT, account);
        if (!other.equals(account)) {
            throw new UnfitException(
                    ACCOUNT + " names " + other + ", but --account " + account + ": make them the same, or unset it.");
        }
        var complete = new HashMap<>(variables);
        complete.put(ACCOUNT, account);
        return new RealAccount(complete);
    }

    /**
     * Uses the account of the environment variables, to look at it.
     *
     * @param variables the environment variables
     * @param realAllowed whether it may be a real one
     * @return the account
     * @throws UnfitException when the variables don't say how to reach it, or it is real and may not be
     */
    public static RealAccount toLookAt(Map<String, String> variables, boolean realAllowed) {
        if (!realAllowed) {
            var url = variables.getOrDefault(URL, "");
            if (url.isEmpty() || !isLoopback(authority(url))) {
                throw new UnfitException(
                        url.isEmpty()
                                ? URL
                                        + " is not set, so there is no sandbox to look at. Start one with './lanyard sandbox"
                                        + " --env-file lanyard.env', and load it with 'source lanyard.env'."
                                : URL + " is not on this machine. To look at a real account, add --real.");
            }
        }
        demand(variables, KEY, "load what './lanyard sandbox' prints");
        demand(variables, ACCOUNT, "load what './lanyard sandbox' prints");
        return new RealAccount(variables);
    }

    /**
     * Asks for a token once, before anything is looked at, so that variables of a sandbox that has ended are told of once. A key
     * that is kept out for its address is not suspected: a lab does that.
     *
     * @throws UnfitException when nobody is there, or nobody knows the key
     */
    public void knock() {
        boolean here = isLoopback(authority(iamUrl()));
        try {
            new IdentityClient(cloud()).tokens().exchange(ownerKey());
        } catch (TransportException e) {
            throw new UnfitException("Nobody answers at " + iamUrl() + ": "
                    + (here
                            ? "start the sandbox if it does not run, and source its env file again."
                            : "check the URL and the network."));
        } catch (ApiException e) {
            if (WRONG_KEY.contains(e.status())) {
                throw new UnfitException(iamUrl() + " gives no token for the key in " + KEY + ": "
                        + (here
                                ? "if the sandbox was started anew, source its env file again."
                                : "check that it exists, is enabled, and belongs to this cloud."));
            }
        }
    }

    private static String authority(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getAuthority()).orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static void demand(Map<String, String> variables, String name, String todo) {
        if (variables.getOrDefault(name, "").isBlank()) {
            throw new UnfitException(name + " is not set: " + todo + ".");
        }
    }

    @Override
    public Optional<Explanation> why(Refusal refusal) {
        return Optional.empty();
    }

    @Override
    String iamUrl() {
        return variables.getOrDefault(URL, "https://iam.cloud.ibm.com");
    }

    @Override
    public Optional<Secret> kept(String variable) {
        return Optional.ofNullable(variables.get(variable))
                .filter(key -> !key.isBlank())
                .map(Secret::of);
    }

    @Override
    Optional<LabEnvironment> another() {
        var theirs = asPartner(variables);
        return theirs.getOrDefault(KEY, "").isBlank()
                        || theirs.getOrDefault(ACCOUNT, "").isBlank()
                ? Optional.empty()
                : Optional.of(new RealAccount(theirs));
    }

    @Override
    public void deliverNow() {
        // it comes by itself
    }

    @Override
    public Optional<Delivery> deliveryTo(String targetId) {
        return Optional.empty();
    }

    @Override
    public void advance(Duration time) {
        throw new UnfitException("Time can only be turned in the sandbox.");
    }

    @Override
    public List<String> facts() {
        return List.of("account " + cloud().requireAccount(), iamUrl());
    }
}
