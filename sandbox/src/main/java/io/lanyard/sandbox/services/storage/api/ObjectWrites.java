// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.api;

import io.lanyard.sandbox.content.Sink;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.services.storage.intake.Intake;
import io.lanyard.sandbox.services.storage.store.Body;
import io.lanyard.sandbox.services.storage.store.Bucket;
import io.lanyard.sandbox.services.storage.store.Buckets;
import io.lanyard.sandbox.services.storage.store.StoreException;
import io.lanyard.sandbox.services.storage.store.StoredObject;
import io.lanyard.sandbox.services.storage.wire.S3Code;
import java.io.IOException;
import java.util.List;

/** Objects come and go. */
final class ObjectWrites {
    /** The largest object that one request may bring, and the largest part: 5 GiB. */
    static final long LARGEST = 5L << 30;

    private final Desk desk;

    ObjectWrites(Desk desk) {
        this.desk = desk;
    }

    /**
     * A body that is here, whole and true.
     *
     * @param body the bytes
     * @param received what was computed while they came
     */
    record Arrived(Body body, Intake.Received received) {}

    Response put(Call call) {
        var bucket = desk.bucket(call);
        var key = Desk.key(call);
        var headers = ObjectHeaders.of(call);
        var tags = Tags.ofHeader(call);
        var open = Acls.asked(call, "cloud-object-storage.object.put_acl", call.target());
        tags.ifPresent(some -> call.require("cloud-object-storage.object.put_tagging", call.target()));
        var condition = Preconditions.write(call);
        var arrived = arrive(call, bucket);
        var object = new StoredObject(
                key,
                arrived.body(),
                arrived.received().md5(),
                call.now(),
                ObjectHeaders.with(headers, arrived.received().checksums()),
                List.of(),
                tags.orElseGet(java.util.Map::of),
                open);
        try {
            bucket.put(object, condition);
        } catch (StoreException refused) {
            throw refusal(refused);
        }
        var answer = Response.status(200).withEtag(object.quotedEtag());
        for (var checksum : arrived.received().checksums().entrySet()) {
            answer = answer.with(checksum.getKey(), checksum.getValue());
        }
        return answer;
    }

    /** Takes the call's body in; whatever is wrong with it, nothing of it stays. */
    Arrived arrive(Call call, Bucket bucket) {
        var intake = desk.intake(call);
        if (intake.length() > LARGEST) {
            throw S3Code.ENTITY_TOO_LARGE.refusal();
        }
        if (!bucket.fits(intake.length())) {
            throw S3Code.QUOTA_EXCEEDED.refusal();
        }
        var buckets = desk.buckets(call);
        Sink sink;
        try {
            sink = buckets.sink(intake.length());
        } catch (IOException full) {
            throw S3Code.NO_ROOM.refusal();
        }
        return arrive(intake, buckets, sink);
    }

    private static Arrived arrive(Intake intake, Buckets buckets, Sink sink) {
        try {
            var received = intake.into(sink);
            return new Arrived(buckets.keep(sink), received);
        } catch (IOException full) {
            sink.discard();
            throw S3Code.NO_ROOM.refusal();
        } catch (RuntimeException untrue) {
            sink.discard();
            throw untrue;
        }
    }

    static Refusal refusal(StoreException refused) {
        return switch (refused.kind()) {
            case NO_BUCKET -> S3Code.NO_SUCH_BUCKET.refusal();
            case NO_UPLOAD -> S3Code.NO_SUCH_UPLOAD.refusal();
            case QUOTA -> S3Code.QUOTA_EXCEEDED.refusal();
            case CONDITION -> S3Code.PRECONDITION_FAILED.refusal();
        };
    }

    /** Deletes an object; one that isn't there is deleted already. */
    Response delete(Call call) {
        desk.bucket(call).remove(Desk.key(call));
        return Response.noContent();
    }
}
