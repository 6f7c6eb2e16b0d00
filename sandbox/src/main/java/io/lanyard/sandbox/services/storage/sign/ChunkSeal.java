// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.sign;

import io.lanyard.sandbox.services.storage.wire.S3Code;
import java.security.MessageDigest;

/** Checks the chain of signatures of a body's chunks: each is over the one before, and the chunk. Used by one thread. */
public final class ChunkSeal {
    private static final String NOTHING = Hmac.sha256("");

    private final byte[] key;
    private final String time;
    private final String scope;
    private final MessageDigest chunk = Hmac.sha256();
    private String previous;

    ChunkSeal(byte[] key, String time, String scope, String seed) {
        this.key = key.clone();
        this.time = time;
        this.scope = scope;
        this.previous = seed;
    }

    /** Takes bytes of the chunk. */
    public void update(byte[] bytes, int from, int length) {
        chunk.update(bytes, from, length);
    }

    /** Ends the chunk; refused when its signature is another one. */
    public void close(String signature) {
        check(
                "AWS4-HMAC-SHA256-PAYLOAD\n" + time + "\n" + scope + "\n" + previous + "\n" + NOTHING + "\n"
                        + Hmac.hex(chunk.digest()),
                signature);
    }

    /** Ends the body with its trailer; refused when its signature is another one. */
    public void closeTrailer(String lines, String signature) {
        check(
                "AWS4-HMAC-SHA256-TRAILER\n" + time + "\n" + scope + "\n" + previous + "\n" + Hmac.sha256(lines),
                signature);
    }

    private void check(String text, String signature) {
        var found = Hmac.hex(Hmac.sign(key, text));
        if (!Hmac.same(found, signature)) {
            throw S3Code.SIGNATURE_MISMATCH.refusal();
        }
        previous = found;
    }
}
