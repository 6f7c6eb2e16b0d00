// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.v2;

import io.lanyard.sandbox.content.StoreFullException;
import io.lanyard.sandbox.services.registry.blobs.DigestMismatchException;
import io.lanyard.sandbox.services.registry.blobs.UploadCutException;
import io.lanyard.sandbox.services.registry.blobs.UploadException;
import io.lanyard.sandbox.services.registry.oci.OciCode;
import io.lanyard.sandbox.services.registry.oci.OciException;
import java.io.IOException;

/** What went wrong with bytes, in the protocol's terms. */
final class Failures {
    private static final int INSUFFICIENT_STORAGE = 507;
    private static final String QUOTA_PAGE =
            " See https://cloud.ibm.com/docs/Registry?topic=Registry-troubleshoot-quota";

    private Failures() {}

    static OciException of(IOException broken) {
        var why = String.valueOf(broken.getMessage());
        if (broken instanceof DigestMismatchException) {
            return OciException.of(OciCode.DIGEST_INVALID, why);
        }
        if (broken instanceof UploadCutException) {
            return OciException.of(OciCode.SIZE_INVALID, why);
        }
        if (broken instanceof StoreFullException) {
            return OciException.of(
                    OciCode.UNKNOWN,
                    INSUFFICIENT_STORAGE,
                    "The sandbox has no room for this upload: free space where its data folder is, then push again",
                    why);
        }
        return OciException.of(OciCode.UNKNOWN, why);
    }

    static OciException of(UploadException unfit) {
        var why = String.valueOf(unfit.getMessage());
        return switch (unfit.kind()) {
            case OUT_OF_ORDER ->
                OciException.of(OciCode.BLOB_UPLOAD_INVALID, 416, OciCode.BLOB_UPLOAD_INVALID.sentence(), why);
            case WRONG_LENGTH -> OciException.of(OciCode.SIZE_INVALID, why);
            case BUSY -> OciException.of(OciCode.BLOB_UPLOAD_INVALID, why);
            case TOO_LARGE -> storage();
            case GONE -> OciException.of(OciCode.BLOB_UPLOAD_UNKNOWN, why);
        };
    }

    static OciException storage() {
        return quota("Your account has exceeded its image storage quota for the current month.");
    }

    static OciException traffic() {
        return quota("Your account has exceeded its pull traffic quota for the current month.");
    }

    private static OciException quota(String sentence) {
        return OciException.of(OciCode.DENIED, 403, sentence + QUOTA_PAGE, "");
    }
}
