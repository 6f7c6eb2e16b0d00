// Room: sandbox / resources. What an account has of them.
package io.lanyard.sandbox.services.resources;

import com.google.gson.JsonObject;
import io.lanyard.core.Crn;
import io.lanyard.sandbox.services.policy.PolicyCascade;
import io.lanyard.sandbox.services.resources.ServiceInstance.Stamp;
import io.lanyard.sandbox.services.resources.ServiceInstance.State;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.Store;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Groups, instances, keys and reclamations; deleted ones too, as far as they can still be read. */
public final class ResourcePart {
    /** How long an instance with a paid plan waits for its end: a week, as IBM's pages on reclamation say. */
    static final Duration WAIT = Duration.ofDays(7);

    /** How many removed instances and keys an account remembers; ours, so that memory stays bounded. */
    static final int MOST_REMOVED = 1_000;

    private final Account account;
    private final Store<ResourceGroup> groups;
    private final Store<ServiceInstance> instances;
    private final Store<ServiceKey> keys;
    private final Store<String> signers;
    private final Store<Reclamation> reclamations;
    private final String defaultGroup;

    /**
     * An instance's wait for its end.
     *
     * @param id its id
     * @param guid the instance
     * @param since when and by whom it was deleted
     */
    record Reclamation(String id, String guid, Stamp since) {}

    private ResourcePart(Account account) {
        this.account = account;
        groups = account.store();
        instances = account.store();
        keys = account.store();
        signers = account.store();
        reclamations = account.store();
        defaultGroup = UUID.nameUUIDFromBytes(
                        ("default resource group of " + account.id()).getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        var now = account.now();
        groups.put(defaultGroup, new ResourceGroup(defaultGroup, account.id(), "Default", true, true, now, now));
    }

    /** The resources of an account. */
    public static ResourcePart of(Account account) {
        return account.part(ResourcePart.class, ResourcePart::new);
    }

    /** The group that the account began with; it can't be deleted. */
    public ResourceGroup defaultGroup() {
        return groups.find(defaultGroup).orElseThrow();
    }

    /** Finds a group, be it deleted. */
    public Optional<ResourceGroup> group(String id) {
        return groups.find(id);
    }

    /** Finds an instance by its GUID or CRN, be it deleted. */
    public Optional<ServiceInstance> instance(String guidOrCrn) {
        settle();
        return instances.find(guidOf(guidOrCrn));
    }

    /** Finds the resource group of an instance, without a look at whose wait is over: decisions ask this. */
    public Optional<String> groupOf(String guid) {
        return instances
                .find(guid)
                .filter(instance -> instance.state() != State.REMOVED)
                .map(ServiceInstance::groupId);
    }

    /** The instances, in the order they came, be they deleted. */
    public Stream<ServiceInstance> instances() {
        settle();
        return instances.stream();
    }

    /** Finds the key that an access key id for signed requests belongs to; the service ID acts for whoever signs. */
    public Optional<ServiceKey> signer(String accessKeyId) {
        return signers.find(accessKeyId).flatMap(keys::find).filter(ServiceKey::active);
    }

    Store<ResourceGroup> groups() {
        return groups;
    }

    Store<ServiceInstance> stored() {
        return instances;
    }

    Store<ServiceKey> keys() {
        return keys;
    }

    Store<String> signers() {
        return signers;
    }

    Store<Reclamation> reclamations() {
        settle();
        return reclamations;
    }

    /** The keys of an instance that are there. */
    List<ServiceKey> keysOf(ServiceInstance instance) {
        return keys.stream()
                .filter(key -> key.active() && key.instance().guid().equals(instance.guid()))
                .toList();
    }

    /** The part of a CRN or a plain id that stores know things by. */
    public static String guidOf(String id) {
        return Crn.tryParse(id)
                .map(crn -> crn.resource().isEmpty() ? crn.serviceInstance() : crn.resource())
                .orElse(id);
    }

    /** Makes an instance in the default group for the account's owner, as he would himself; a seed for tests and labs. */
    public ServiceInstance make(String plan, String place, String name) {
        var found = Plan.of(plan);
        found.offeredIn(place);
        var stamp = new Stamp(account.now(), account.ownerIamId());
        var instance =
                ServiceInstance.made(account, name, defaultGroup, found, place, new JsonObject(), false, false, stamp);
        account.alone(() -> {
            begin(instance);
            return instance;
        });
        return instances.find(instance.guid()).orElse(instance);
    }

    /** Begins an instance, and tells who hears of it. */
    void begin(ServiceInstance instance) {
        instances.put(instance.guid(), instance);
        listener(instance).made(instance);
    }

    /** Notes that an instance isn't at work yet. */
    public void provisioning(String guid) {
        turn(guid, State.PROVISIONING, Optional.empty());
    }

    /** Notes that an instance is at work now, or why it will never be. */
    public void provisioned(String guid, Optional<String> trouble) {
        turn(guid, trouble.isEmpty() ? State.ACTIVE : State.FAILED, trouble);
    }

    private void turn(String guid, State now, Optional<String> trouble) {
        account.alone(() -> {
            var found = instances.find(guid).filter(instance -> !instance.isDeleted());
            found.ifPresent(instance -> instances.put(guid, instance.provisioned(now, trouble)));
            return found;
        });
    }

    private InstanceListener listener(ServiceInstance instance) {
        return InstanceListeners.of(account.world().directory()).hearing(instance);
    }

    /**
     * Ends an instance: policies that were bound to it go with it (policy-evaluation.md §10).
     *
     * @param cause the transaction id of what ended it
     */
    void end(ServiceInstance instance, Stamp by, String cause) {
        instances.put(instance.guid(), instance.removed(by));
        reclamations.stream()
                .filter(waiting -> waiting.guid().equals(instance.guid()))
                .map(Reclamation::id)
                .toList()
                .forEach(reclamations::remove);
        PolicyCascade.ended(account, instance.guid(), instance.crn(), cause);
        listener(instance).removed(instance);
        forget();
    }

    private void forget() {
        List<ServiceInstance> removed = instances.stream()
                .filter(instance -> instance.state() == State.REMOVED)
                .toList();
        removed.stream()
                .limit(Math.max(0, removed.size() - MOST_REMOVED))
                .forEach(instance -> instances.remove(instance.guid()));
        List<ServiceKey> gone = keys.stream().filter(key -> !key.active()).toList();
        gone.stream().limit(Math.max(0, gone.size() - MOST_REMOVED)).forEach(key -> keys.remove(key.guid()));
    }

    /** Ends the instances whose wait is over. */
    private void settle() {
        if (reclamations.size() == 0) {
            return;
        }
        account.alone(() -> {
            var now = account.now();
            List<ServiceInstance> due = instances.stream()
                    .filter(instance ->
                            instance.reclaimed().filter(at -> !at.isAfter(now)).isPresent())
                    .toList();
            due.forEach(instance -> end(
                    instance,
                    new Stamp(now, instance.deleted().orElse(instance.updated()).by()),
                    account.ids().uuid()));
            return due.size();
        });
    }
}
