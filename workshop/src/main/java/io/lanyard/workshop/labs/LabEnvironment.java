package io.lanyard.workshop.labs;

import io.lanyard.core.Crn;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.Secret;
import io.lanyard.identity.IdentityClient;
import io.lanyard.registry.Region;
import io.lanyard.workshop.engine.Explanation;
import io.lanyard.workshop.engine.Refusal;
import io.lanyard.workshop.oci.OciRegistry;
import io.lanyard.workshop.oci.Wire;
import io.lanyard.workshop.storage.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Labs: where a lab is played: an account, its owner, the registries of its regions, and what can be known about decisions. */
public interface LabEnvironment extends AutoCloseable {

    /**
     * Calls as the account's owner.
     *
     * @return the cloud; the account is set in it
     */
    IbmCloud cloud();

    /**
     * Gives the owner's key, with which he logs in to the registry.
     *
     * @return the key
     */
    Secret ownerKey();

    /**
     * Calls with another key, in the same account.
     *
     * @param key an API key
     * @return the cloud of whoever the key belongs to
     */
    IbmCloud as(Secret key);

    /**
     * Finds the registry of a region, as docker sees it.
     *
     * @param region which
     * @return the registry; nothing has been sent yet
     */
    OciRegistry registry(Region region);

    /**
     * Finds an Object Storage instance, as IBM's own client sees it.
     *
     * @param key the API key of whoever asks
     * @param instance the instance's CRN
     * @return the store, closed together with this place; nothing has been sent yet
     */
    ObjectStore objectStorage(Secret key, Crn instance);

    /**
     * Finds Object Storage, as somebody sees it who shows no token.
     *
     * @return the store, closed together with this place; nothing has been sent yet
     */
    ObjectStore publicStorage();

    /**
     * Asks the decision engine why a request was refused.
     *
     * @param refusal the refusal
     * @return the decision and its reasons; empty where nobody can tell
     */
    Optional<Explanation> why(Refusal refusal);

    /**
     * Gives a key that a person made by hand, and kept in an environment variable.
     *
     * @param variable the variable's name
     * @return the key; empty where there is none, or the lab makes its own
     */
    Optional<Secret> kept(String variable);

    /**
     * Asks for a token from another address of this machine, as from another machine. It goes straight to IAM, because a proxy
     * on the way would show an address of its own.
     *
     * @param address an address of this machine, such as 127.0.0.2
     * @param key an API key
     * @return the token
     */
    Secret tokenFrom(String address, Secret key);

    /**
     * Finds the account of somebody else, for what happens between accounts.
     *
     * @return the other account, closed together with this one; empty where none is known
     */
    Optional<LabEnvironment> partner();

    /** Hands over what services have collected and not delivered yet. Only the sandbox can; elsewhere it comes by itself, later. */
    void deliverNow();

    /**
     * Tells what became of the events for a target of event routing.
     *
     * @param targetId the target
     * @return what the sandbox counted; empty elsewhere, because nobody tells
     */
    Optional<Delivery> deliveryTo(String targetId);

    /**
     * Reads the cloud's clock, which may be turned: a token says when it was issued.
     *
     * @return the time there, to the second
     */
    default Instant now() {
        return new IdentityClient(cloud())
                .tokens()
                .exchange(ownerKey())
                .claims()
                .issuedAt();
    }

    /**
     * Turns the clock.
     *
     * @param time how far
     */
    void advance(Duration time);

    /**
     * Says where this is.
     *
     * @return a few words each
     */
    List<String> facts();

    /**
     * Tells of each call from now on.
     *
     * @param wire hears of each call
     */
    void wireTo(Wire wire);

    @Override
    void close();
}
