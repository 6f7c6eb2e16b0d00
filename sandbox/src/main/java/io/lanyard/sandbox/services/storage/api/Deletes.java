// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.api;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.services.storage.StorageRights;
import io.lanyard.sandbox.services.storage.intake.Intake;
import io.lanyard.sandbox.services.storage.store.Bucket;
import io.lanyard.sandbox.services.storage.wire.S3Code;
import io.lanyard.sandbox.services.storage.wire.Xml;
import io.lanyard.sandbox.services.storage.wire.XmlBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Many objects deleted at once. Each key is judged by itself, as conditions of policies may name paths. */
final class Deletes {
    private static final String ACTION = "cloud-object-storage.object.post_multi_delete";
    private static final int MOST = 1_000;
    private static final int LARGEST_DOCUMENT = 8 << 20;

    private final Desk desk;

    Deletes(Desk desk) {
        this.desk = desk;
    }

    Response delete(Call call) {
        var bucket = desk.bucket(call);
        if (call.header("Content-MD5").isEmpty() && !Intake.hasChecksum(call)) {
            throw S3Code.INVALID_REQUEST.refusal("Missing required header for this request: Content-MD5");
        }
        var document = XmlBody.parse(desk.document(call).bytes(LARGEST_DOCUMENT, S3Code.MALFORMED_XML), "Delete");
        var objects = document.all("Object");
        if (objects.isEmpty() || objects.size() > MOST) {
            throw S3Code.MALFORMED_XML.refusal();
        }
        var quiet = document.first("Quiet")
                .filter(text -> text.text().strip().equals("true"))
                .isPresent();
        List<String> deleted = new ArrayList<>();
        List<String> denied = new ArrayList<>();
        List<String> otherVersions = new ArrayList<>();
        for (var object : objects) {
            var key = object.required("Key");
            if (!permitted(call, bucket, key, deleted.isEmpty())) {
                denied.add(key);
            } else if (object.first("VersionId")
                    .filter(version -> !version.text().strip().equals("null"))
                    .isPresent()) {
                otherVersions.add(key);
            } else {
                deleted.add(key);
            }
        }
        if (denied.size() == objects.size()) {
            throw S3Code.ACCESS_DENIED
                    .refusal()
                    .header("Sandbox-Decision", "/sandbox/v1/decisions/" + call.transactionId());
        }
        deleted.forEach(bucket::remove);
        call.event().request("numberOfKeys", objects.size());
        return Xml.answer("DeleteResult", root -> {
            if (!quiet) {
                deleted.forEach(key -> root.element("Deleted", one -> one.text("Key", key)));
            }
            denied.forEach(key -> error(root, key, S3Code.ACCESS_DENIED));
            otherVersions.forEach(key -> error(root, key, S3Code.NO_SUCH_VERSION));
        });
    }

    private static void error(Xml root, String key, S3Code why) {
        root.element(
                "Error", one -> one.text("Key", key).text("Code", why.code()).text("Message", why.sentence()));
    }

    /** Judges one key. What is recorded: the first permit, and every denial; a thousand permits would push out all else. */
    private static boolean permitted(Call call, Bucket bucket, String key, boolean record) {
        var target = StorageRights.object(bucket, key);
        return (!record && call.permits(ACTION, target))
                || call.decide(call.caller(), ACTION, target, Optional.empty());
    }
}
