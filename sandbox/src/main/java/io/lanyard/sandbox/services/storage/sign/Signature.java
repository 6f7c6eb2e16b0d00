// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.sign;

import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Request;
import io.lanyard.sandbox.services.storage.wire.Percent;
import io.lanyard.sandbox.services.storage.wire.S3Code;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A signature of version 4 as a request carries it, in the Authorization header or, for links, in the query.
 *
 * @param accessKey who signed
 * @param date the day of the scope
 * @param region the region of the scope, any text
 * @param time when, {@code yyyyMMdd'T'HHmmss'Z'}
 * @param headers the names of the signed headers
 * @param hex the signature
 * @param payloadHash what it says about the body
 * @param expires for how many seconds a link is good; empty for a header
 */
record Signature(
        String accessKey,
        String date,
        String region,
        String time,
        List<String> headers,
        String hex,
        String payloadHash,
        Optional<Long> expires) {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final int LONGEST_LINK = 604_800;

    /** Finds the signature of a request; empty when it has none. */
    static Optional<Signature> of(Request request) {
        var header = request.header("Authorization").filter(value -> value.startsWith(ALGORITHM));
        if (header.isPresent()) {
            return Optional.of(ofHeader(request, header.get()));
        }
        if (!request.rawQuery().contains("X-Amz-Signature=")) {
            return Optional.empty();
        }
        return Optional.of(ofQuery(request.query()));
    }

    private static Signature ofHeader(Request request, String header) {
        Map<String, String> fields = Arrays.stream(
                        header.substring(ALGORITHM.length()).split(",", -1))
                .map(field -> field.strip().split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> first));
        var time = request.header("x-amz-date").orElse("");
        var hash = request.header("x-amz-content-sha256")
                .orElseThrow(() -> S3Code.INVALID_REQUEST.refusal(
                        "Missing required header for this request: x-amz-content-sha256"));
        return of(
                fields.getOrDefault("Credential", ""),
                time,
                fields.getOrDefault("SignedHeaders", ""),
                fields.getOrDefault("Signature", ""),
                hash.strip(),
                Optional.empty(),
                S3Code.AUTHORIZATION_HEADER);
    }

    private static Signature ofQuery(Map<String, List<String>> query) {
        if (!first(query, "X-Amz-Algorithm").equals(ALGORITHM)) {
            throw S3Code.AUTHORIZATION_QUERY.refusal("X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\".");
        }
        var expires = first(query, "X-Amz-Expires");
        if (!expires.matches("\\d{1,7}") || Long.parseLong(expires) > LONGEST_LINK || Long.parseLong(expires) < 1) {
            throw S3Code.AUTHORIZATION_QUERY.refusal("X-Amz-Expires must be a number of seconds from 1 to 604800.");
        }
        return of(
                first(query, "X-Amz-Credential"),
                first(query, "X-Amz-Date"),
                first(query, "X-Amz-SignedHeaders"),
                first(query, "X-Amz-Signature"),
                "UNSIGNED-PAYLOAD",
                Optional.of(Long.parseLong(expires)),
                S3Code.AUTHORIZATION_QUERY);
    }

    private static String first(Map<String, List<String>> query, String name) {
        return query.getOrDefault(name, List.of("")).get(0);
    }

    private static Signature of(
            String credential,
            String time,
            String headers,
            String hex,
            String hash,
            Optional<Long> expires,
            S3Code malformed) {
        var scope = credential.split("/", -1);
        if (scope.length != 5 || !scope[3].equals("s3") || !scope[4].equals("aws4_request")) {
            throw malformed.refusal("The credential must be <access key>/<yyyymmdd>/<region>/s3/aws4_request.");
        }
        if (!time.matches("\\d{8}T\\d{6}Z") || !time.startsWith(scope[1])) {
            throw malformed.refusal(
                    "The date of the signature must be yyyymmddThhmmssZ, on the day of the credential.");
        }
        var names = List.of(headers.toLowerCase(Locale.ROOT).split(";", -1));
        if (!names.contains("host") || !hex.matches("[0-9a-f]{64}")) {
            throw malformed.refusal("The signature is no signature, or the header Host is not signed.");
        }
        return new Signature(scope[0], scope[1], scope[2], time, names, hex, hash, expires);
    }

    private String scope() {
        return date + "/" + region + "/s3/aws4_request";
    }

    private byte[] key(String secret) {
        var day = Hmac.sign(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), date);
        return Hmac.sign(Hmac.sign(Hmac.sign(day, region), "s3"), "aws4_request");
    }

    /** Refuses when the request was not signed like this with this secret. */
    void check(Request request, String secret) {
        var text = ALGORITHM + "\n" + time + "\n" + scope() + "\n" + Hmac.sha256(canonical(request));
        if (!Hmac.same(Hmac.hex(Hmac.sign(key(secret), text)), hex)) {
            throw mismatch();
        }
        if (!sealed(request)) {
            throw S3Code.ACCESS_DENIED.refusal("There were headers present in the request which were not signed");
        }
    }

    /** Whether each header that changes what is done is signed: who holds a link must not make a copy of another object with it. */
    private boolean sealed(Request request) {
        return request.headers().names().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> name.startsWith("x-amz-") && !name.equals("x-amz-content-sha256"))
                .allMatch(headers::contains);
    }

    private static Refusal mismatch() {
        return S3Code.SIGNATURE_MISMATCH.refusal();
    }

    /** Returns what checks the chunks of its body. */
    ChunkSeal seal(String secret) {
        return new ChunkSeal(key(secret), time, scope(), hex);
    }

    private String canonical(Request request) {
        var path = Percent.encodePath(Percent.decode(request.path()));
        var signed = headers.stream()
                .map(name -> name + ":"
                        + request.headers().all(name).stream()
                                .map(value -> value.strip().replaceAll(" +", " "))
                                .collect(Collectors.joining(","))
                        + "\n")
                .collect(Collectors.joining());
        return request.method() + "\n" + path + "\n" + query(request.rawQuery()) + "\n" + signed + "\n"
                + String.join(";", headers) + "\n" + payloadHash;
    }

    private static String query(String raw) {
        return Stream.of(raw.split("&", -1))
                .filter(pair -> !pair.isEmpty() && !pair.startsWith("X-Amz-Signature="))
                .map(pair -> pair.split("=", 2))
                .map(pair -> recode(pair[0]) + "=" + (pair.length < 2 ? "" : recode(pair[1])))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String recode(String raw) {
        return Percent.encode(Percent.decode(raw.replace("+", "%20")));
    }
}
