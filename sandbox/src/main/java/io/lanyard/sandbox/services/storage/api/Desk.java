// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.api;

import io.lanyard.core.Crn;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.resources.ResourcePart;
import io.lanyard.sandbox.services.resources.ServiceInstance;
import io.lanyard.sandbox.services.storage.StorageRights;
import io.lanyard.sandbox.services.storage.intake.Intake;
import io.lanyard.sandbox.services.storage.sign.StorageCredentials;
import io.lanyard.sandbox.services.storage.store.Bucket;
import io.lanyard.sandbox.services.storage.store.Buckets;
import io.lanyard.sandbox.services.storage.store.StorageState;
import io.lanyard.sandbox.services.storage.store.StoredObject;
import io.lanyard.sandbox.services.storage.wire.Address;
import io.lanyard.sandbox.services.storage.wire.S3Code;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.World;
import java.util.Optional;

/** Finds what calls are about: instances, buckets, objects. */
public final class Desk {
    private final StorageState state;
    private final StorageCredentials credentials;

    /** Finds things in a state, and the instances of those who signed. */
    public Desk(StorageState state, StorageCredentials credentials) {
        this.state = state;
        this.credentials = credentials;
    }

    /** What a call points at. */
    static Address address(Call call) {
        return call.reading(Address.class, () -> Address.of(call.request()));
    }

    /** The instance that a call names, or whose keys signed it. */
    ServiceInstance instance(Call call) {
        var named = call.header("ibm-service-instance-id").filter(id -> !id.isBlank());
        if (named.isEmpty()) {
            return credentials
                    .instance(call.request())
                    .orElseThrow(() -> S3Code.INVALID_REQUEST.refusal(
                            "The header ibm-service-instance-id must name the service instance, by its GUID or CRN."));
        }
        var guid = Crn.guid(named.get().strip());
        return call.directory()
                .homeOf(guid)
                .filter(account -> account.world().equals(callersWorld(call)))
                .flatMap(account -> ResourcePart.of(account).instance(guid))
                .filter(instance -> instance.plan().service().equals(StorageRights.SERVICE)
                        && instance.state() == ServiceInstance.State.ACTIVE)
                .orElseThrow(S3Code.ACCESS_DENIED::refusal);
    }

    private static World callersWorld(Call call) {
        return call.caller()
                .accountId()
                .flatMap(call.directory()::account)
                .map(Account::world)
                .orElseGet(call::world);
    }

    /** The account of an instance. */
    static Account home(Call call, ServiceInstance instance) {
        return call.directory().account(instance.accountId()).orElseThrow(S3Code.ACCESS_DENIED::refusal);
    }

    /** The buckets of the world that a call happens in. */
    Buckets buckets(Call call) {
        return state.in(call.world());
    }

    /** The target of calls about an instance. */
    Target aboutInstance(Call call) {
        var instance = instance(call);
        Tracked.note(call, instance);
        return StorageRights.instance(instance, home(call, instance));
    }

    /** The target of calls that make a bucket. */
    Target aboutNewBucket(Call call) {
        var instance = instance(call);
        var name = address(call).bucket();
        Tracked.note(call, instance);
        return StorageRights.newBucket(instance, home(call, instance), name);
    }

    /** The target of calls about a bucket as a whole. */
    Target aboutBucket(Call call) {
        return StorageRights.bucket(found(call));
    }

    /** The target of calls that list a bucket. */
    Target aboutListing(Call call) {
        return StorageRights.listing(
                found(call),
                call.query("prefix").orElse(""),
                call.query("delimiter").orElse(""));
    }

    /** The target of calls about an object. */
    Target aboutObject(Call call) {
        return StorageRights.object(found(call), address(call).key());
    }

    private Bucket found(Call call) {
        var bucket = find(call, address(call).bucket()).orElseThrow(S3Code.NO_SUCH_BUCKET::refusal);
        Tracked.note(call, bucket);
        return usable(bucket);
    }

    /** Refuses a bucket whose instance is deleted, though it still waits for its end. */
    static Bucket usable(Bucket bucket) {
        var active = ResourcePart.of(bucket.account())
                .instance(bucket.instanceId())
                .filter(instance -> instance.state() == ServiceInstance.State.ACTIVE)
                .isPresent();
        if (!active) {
            throw S3Code.ACCESS_DENIED.refusal(
                    "The service instance of this bucket is deleted, and waits for its end.");
        }
        return bucket;
    }

    /** Finds a bucket; callers without an account see those of every world. */
    Optional<Bucket> find(Call call, String name) {
        return call.caller().known() ? state.in(callersWorld(call)).find(name) : state.anywhere(call.world(), name);
    }

    /** The bucket that the call was judged about. */
    Bucket bucket(Call call) {
        return find(call, address(call).bucket())
                .filter(bucket -> bucket.account().equals(call.account())
                        && bucket.instanceId().equals(call.target().attributes().get("serviceInstance")))
                .orElseThrow(S3Code.NO_SUCH_BUCKET::refusal);
    }

    /** The key that the call is about. */
    static String key(Call call) {
        return address(call).key();
    }

    /** The object that the call is about. */
    StoredObject object(Call call) {
        return bucket(call).find(key(call)).orElseThrow(S3Code.NO_SUCH_KEY::refusal);
    }

    /** The document that a call brings, not yet read; empty when it brings none. */
    Intake document(Call call) {
        return Intake.of(call, credentials.seal(call.request()), false);
    }

    /** The object or part that a call brings, not yet read. */
    Intake intake(Call call) {
        return Intake.of(call, credentials.seal(call.request()), true);
    }
}
