// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.api;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.storage.store.Bucket;
import io.lanyard.sandbox.services.storage.wire.S3Code;
import io.lanyard.sandbox.services.storage.wire.Xml;
import io.lanyard.sandbox.services.storage.wire.XmlBody;

/** The two access lists that there are: private, and open for reading by everybody. Policies say the rest. */
final class Acls {
    private static final String HEADER = "x-amz-acl";
    private static final String OPEN = "public-read";
    private static final String EVERYBODY = "http://acs.amazonaws.com/groups/global/AllUsers";
    private static final int LARGEST = 64 * 1024;

    private final Desk desk;

    Acls(Desk desk) {
        this.desk = desk;
    }

    /** Tells whether a write asks for an open object or bucket, which needs an action of its own. */
    static boolean asked(Call call, String action, Target target) {
        var open = call.header(HEADER).map(Acls::open).orElse(false);
        if (open) {
            call.require(action, target);
        }
        return open;
    }

    private static boolean open(String canned) {
        return switch (canned) {
            case OPEN -> true;
            case "private" -> false;
            default -> throw unknown();
        };
    }

    private static Refusal unknown() {
        return S3Code.NOT_IMPLEMENTED.refusal("The sandbox knows the access lists private and public-read; whoever else"
                + " shall have access gets it by a policy.");
    }

    private boolean sent(Call call) {
        var body = desk.document(call).bytes(LARGEST, S3Code.MALFORMED_XML);
        var canned = call.header(HEADER);
        if (canned.isPresent()) {
            return open(canned.get());
        }
        if (body.length == 0) {
            throw S3Code.INVALID_REQUEST.refusal("Send the header x-amz-acl, or an access control policy.");
        }
        var grants = XmlBody.parse(body, "AccessControlPolicy")
                .first("AccessControlList")
                .orElseThrow(S3Code.MALFORMED_XML::refusal)
                .all("Grant");
        var open = false;
        for (var grant : grants) {
            var permission = grant.required("Permission");
            var uri = grant.first("Grantee").flatMap(grantee -> grantee.first("URI"));
            if (uri.filter(group -> group.text().strip().equals(EVERYBODY)).isPresent() && permission.equals("READ")) {
                open = true;
            } else if (uri.isPresent() || !permission.equals("FULL_CONTROL")) {
                throw unknown();
            }
        }
        return open;
    }

    Response putObject(Call call) {
        var open = sent(call);
        if (!desk.bucket(call).change(Desk.key(call), object -> object.publicly(open))) {
            throw S3Code.NO_SUCH_KEY.refusal();
        }
        return Response.status(200);
    }

    Response putBucket(Call call) {
        var open = sent(call);
        desk.bucket(call).change(settings -> settings.publicly(open, call.now()));
        return Response.status(200);
    }

    Response getObject(Call call) {
        return shown(desk.bucket(call), desk.object(call).isPublic());
    }

    Response getBucket(Call call) {
        var bucket = desk.bucket(call);
        return shown(bucket, bucket.settings().isPublic());
    }

    private static Response shown(Bucket bucket, boolean open) {
        return Xml.answer(
                "AccessControlPolicy",
                policy -> policy.element("Owner", owner -> owner(owner, bucket)).element("AccessControlList", list -> {
                    list.element(
                            "Grant",
                            grant -> grant.typed("Grantee", "CanonicalUser", who -> owner(who, bucket))
                                    .text("Permission", "FULL_CONTROL"));
                    if (open) {
                        list.element(
                                "Grant",
                                grant -> grant.typed("Grantee", "Group", who -> who.text("URI", EVERYBODY))
                                        .text("Permission", "READ"));
                    }
                }));
    }

    /** Who owns what is in a bucket: its instance. */
    static void owner(Xml xml, Bucket bucket) {
        xml.text("ID", bucket.instanceId()).text("DisplayName", bucket.instanceId());
    }
}
