package io.lanyard.workshop.labs.iam;

import static io.lanyard.policy.Targets.bucket;
import static io.lanyard.policy.decision.Request.may;
import static io.lanyard.workshop.labs.iam.Names.BUCKET;
import static io.lanyard.workshop.labs.iam.Names.OBJECT;
import static io.lanyard.workshop.labs.iam.Names.OTHER_BUCKET;

import io.lanyard.core.Crn;
import io.lanyard.core.IamId;
import io.lanyard.policy.decision.Decision;
import io.lanyard.resources.Instance;
import io.lanyard.workshop.engine.Verdict;
import io.lanyard.workshop.labs.CloudTroubles;
import io.lanyard.workshop.labs.LabEnvironment;
import io.lanyard.workshop.labs.LiveSnapshot;
import java.util.function.BiFunction;

/** Labs, integrate-iam: what must hold after the steps about uploads, and at the end. */
final class UploadChecks {
    private static final Verdict NO_STORE = Verdict.notRun("there is no instance " + Names.INSTANCE + " yet");
    private static final Verdict NO_UPLOADER = Verdict.notRun("there is no service ID " + Names.UPLOADER + " yet");

    private final LabEnvironment environment;
    private final AccountState state;
    private final AuditStore store;
    private final Uploader uploader;

    UploadChecks(LabEnvironment environment, AccountState state, AuditStore store, Uploader uploader) {
        this.environment = environment;
        this.state = state;
        this.store = store;
        this.uploader = uploader;
    }

    Verdict storeIsThere() {
        return Verdict.when(
                store.find().isPresent(),
                "there is no instance of this name",
                "create the Object Storage instance " + Names.INSTANCE);
    }

    Verdict bucketsAreThere() {
        if (store.find().isEmpty()) {
            return NO_STORE;
        }
        var buckets = store.asOwner();
        boolean first = buckets.hasBucket(BUCKET);
        return Verdict.when(
                first && buckets.hasBucket(OTHER_BUCKET),
                "there is no bucket " + (first ? OTHER_BUCKET : BUCKET),
                "create it, in the instance " + Names.INSTANCE);
    }

    Verdict mayUpload() {
        return decided((identity, instance) -> {
            var decision = judged(identity, instance, BUCKET);
            return Verdict.when(
                    decision.permitted(),
                    "it may not: " + decision.explain(),
                    "grant Object Writer on the bucket " + BUCKET + " to it");
        });
    }

    Verdict mayNotUploadElsewhere() {
        return decided((identity, instance) -> Verdict.when(
                !judged(identity, instance, OTHER_BUCKET).permitted(),
                "it may write to " + OTHER_BUCKET,
                "name the bucket in the policy, not the instance alone"));
    }

    private Verdict decided(BiFunction<IamId, Crn, Verdict> verdict) {
        var found = uploader.find();
        if (found.isEmpty()) {
            return NO_UPLOADER;
        }
        return store.find()
                .map(Instance::crn)
                .map(crn -> verdict.apply(found.get().iamId(), crn))
                .orElse(NO_STORE);
    }

    /** Asks the decision engine: trying it would write. */
    private Decision judged(IamId identity, Crn instance, String bucket) {
        return LiveSnapshot.of(environment, Names.STORAGE, state.owner())
                .decide(may(identity).perform(Names.PUT).on(bucket(instance, bucket)));
    }

    Verdict eventIsThere() {
        if (store.find().isEmpty()) {
            return NO_STORE;
        }
        var buckets = store.asOwner();
        if (!buckets.hasBucket(BUCKET)) {
            return Verdict.fail("there is no bucket " + BUCKET, "create it, in the instance " + Names.INSTANCE);
        }
        return Verdict.when(
                buckets.keys(BUCKET).contains(OBJECT),
                "there is no " + OBJECT + " in " + BUCKET,
                "upload it with the key of " + Names.UPLOADER);
    }

    /** Tries, because reading changes nothing. */
    Verdict mayNotRead() {
        if (uploader.find().isEmpty()) {
            return NO_UPLOADER;
        }
        if (store.find().isEmpty()) {
            return NO_STORE;
        }
        if (uploader.key().isEmpty()) {
            return Verdict.notRun("its key is not known here: set " + Names.UPLOADER_VARIABLE
                    + " to it, so that reading can be tried");
        }
        try {
            var read = environment
                    .objectStorage(uploader.demandKey(), store.demand())
                    .get(BUCKET, OBJECT);
            return Verdict.fail(
                    "it reads the event, " + read.length() + " bytes",
                    "look for a role that holds more than Object Writer");
        } catch (RuntimeException e) {
            if (new CloudTroubles()
                    .refusal(e)
                    .filter(refusal -> refusal.status() == 403)
                    .isPresent()) {
                return Verdict.pass();
            }
            throw e;
        }
    }

    Verdict nothingIsLeft() {
        if (uploader.find().isPresent()) {
            return Verdict.fail(
                    "the service ID " + Names.UPLOADER + " is still there", "delete it; its key goes with it");
        }
        if (store.find().isPresent()) {
            return Verdict.fail("the instance " + Names.INSTANCE + " is still there", "delete it with its buckets");
        }
        if (state.group().isPresent() || !state.ownersKeys().isEmpty()) {
            return Verdict.fail(
                    "the group " + Names.GROUP + " or the key " + Names.USER_KEY + " is still there", "delete it");
        }
        var settings = state.settings();
        return Verdict.when(
                !settings.restrictCreateServiceId().value().equals("RESTRICTED")
                        && !settings.restrictCreatePlatformApikey().value().equals("RESTRICTED")
                        && settings.allowedIpAddresses().isAny(),
                "a setting is still as the lab made it",
                "set the two restrictions to NOT_SET, and the list of addresses to nothing");
    }
}
