// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.wire;

import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;

/** The error codes of S3 as Object Storage answers them, with their usual sentence. */
public enum S3Code {
    /** The caller may not, or nobody knows him. */
    ACCESS_DENIED("AccessDenied", 403, "Access Denied"),
    /** A presigned link is malformed. */
    AUTHORIZATION_QUERY(
            "AuthorizationQueryParametersError", 400, "The query parameters of the signature are not valid."),
    /** The Authorization header is malformed. */
    AUTHORIZATION_HEADER(
            "AuthorizationHeaderMalformed", 400, "The authorization header that you provided is not valid."),
    /** A page of another origin may not. */
    ACCESS_FORBIDDEN("AccessForbidden", 403, "CORSResponse: CORS is not enabled for this bucket."),
    /** A digest doesn't fit the body. */
    BAD_DIGEST("BadDigest", 400, "The Content-MD5 you specified did not match what we received."),
    /** The request lacks what it is about. */
    BAD_REQUEST("BadRequest", 400, "Bad Request"),
    /** Somebody else has a bucket of that name. */
    BUCKET_EXISTS(
            "BucketAlreadyExists",
            409,
            "The requested bucket name is not available. The bucket namespace is shared by all users of the system."
                    + " Select a different name and try again."),
    /** The instance has that bucket already. */
    BUCKET_OWNED(
            "BucketAlreadyOwnedByYou",
            409,
            "Your previous request to create the named bucket succeeded and you already own it."),
    /** There are objects or uploads in it. */
    BUCKET_NOT_EMPTY("BucketNotEmpty", 409, "The bucket you tried to delete is not empty."),
    /** A part but the last is smaller than 5 MiB. */
    ENTITY_TOO_SMALL("EntityTooSmall", 400, "Your proposed upload is smaller than the minimum allowed object size."),
    /** An object or part is larger than 5 GiB. */
    ENTITY_TOO_LARGE("EntityTooLarge", 400, "Your proposed upload exceeds the maximum allowed object size."),
    /** The body ended before its announced length. */
    INCOMPLETE_BODY(
            "IncompleteBody",
            400,
            "You did not provide the number of bytes specified by the Content-Length HTTP header."),
    /** Nobody has that access key. */
    INVALID_ACCESS_KEY("InvalidAccessKeyId", 403, "The AWS Access Key Id you provided does not exist in our records."),
    /** A parameter or header has a value that makes no sense. */
    INVALID_ARGUMENT("InvalidArgument", 400, "Invalid Argument"),
    /** A bucket can't have that name. */
    INVALID_BUCKET_NAME("InvalidBucketName", 400, "The specified bucket is not valid."),
    /** What should be a digest is none. */
    INVALID_DIGEST("InvalidDigest", 400, "The Content-MD5 you specified is not valid."),
    /** No such place and storage class. */
    INVALID_LOCATION("InvalidLocationConstraint", 400, "The specified location-constraint is not valid."),
    /** A part is not there, or another one. */
    INVALID_PART(
            "InvalidPart",
            400,
            "One or more of the specified parts could not be found. The part might not have been uploaded, or the"
                    + " specified entity tag might not have matched the part's entity tag."),
    /** The parts are not in order. */
    INVALID_PART_ORDER(
            "InvalidPartOrder",
            400,
            "The list of parts was not in ascending order. Parts list must be specified in order by part number."),
    /** Nothing of the range is there. */
    INVALID_RANGE("InvalidRange", 416, "The requested range cannot be satisfied."),
    /** The request can't be served, and the sentence says why. */
    INVALID_REQUEST("InvalidRequest", 400, "Invalid Request"),
    /** A tag can't be like that. */
    INVALID_TAG("InvalidTag", 400, "The tag provided was not a valid tag."),
    /** The path can't be decoded. */
    INVALID_URI("InvalidURI", 400, "Couldn't parse the specified URI."),
    /** The key is longer than 1024 bytes. */
    KEY_TOO_LONG("KeyTooLongError", 400, "Your key is too long."),
    /** The body is no XML, or not the XML that was asked for. */
    MALFORMED_XML(
            "MalformedXML",
            400,
            "The XML you provided was not well-formed or did not validate against our published schema."),
    /** The metadata is larger than 2 KiB. */
    METADATA_TOO_LARGE("MetadataTooLarge", 400, "Your metadata headers exceed the maximum allowed metadata size."),
    /** The resource has no such method. */
    METHOD_NOT_ALLOWED("MethodNotAllowed", 405, "The specified method is not allowed against this resource."),
    /** The client doesn't say how long the body is. */
    MISSING_LENGTH("MissingContentLength", 411, "You must provide the Content-Length HTTP header."),
    /** No such bucket. */
    NO_SUCH_BUCKET("NoSuchBucket", 404, "The specified bucket does not exist."),
    /** No such object. */
    NO_SUCH_KEY("NoSuchKey", 404, "The specified key does not exist."),
    /** No such upload. */
    NO_SUCH_UPLOAD(
            "NoSuchUpload",
            404,
            "The specified multipart upload does not exist. The upload ID might be invalid, or the multipart upload"
                    + " might have been aborted or completed."),
    /** Objects have no versions here. */
    NO_SUCH_VERSION("NoSuchVersion", 404, "The specified version does not exist."),
    /** The sandbox doesn't do that. */
    NOT_IMPLEMENTED(
            "NotImplemented", 501, "A header or query you provided requested a function that is not implemented."),
    /** A condition of the request doesn't hold. */
    PRECONDITION_FAILED(
            "PreconditionFailed", 412, "At least one of the preconditions that you specified did not hold."),
    /** The bucket's hard quota is used up. */
    QUOTA_EXCEEDED("QuotaExceeded", 403, "The hard quota of the bucket is reached."),
    /** The client's clock is off. */
    TIME_TOO_SKEWED(
            "RequestTimeTooSkewed", 403, "The difference between the request time and the server's time is too large."),
    /** The secret is another one, or the request was changed on its way. */
    SIGNATURE_MISMATCH(
            "SignatureDoesNotMatch",
            403,
            "The request signature we calculated does not match the signature you provided. Check your secret access key"
                    + " and signing method."),
    /** The instance has as many buckets as it may have. */
    TOO_MANY_BUCKETS("TooManyBuckets", 400, "You have attempted to create more buckets than allowed."),
    /** The disk is full. */
    NO_ROOM(
            "InternalError",
            500,
            "The sandbox has no room for this object: free space where its data folder is, then try again."),
    /** The body isn't what the signed digest says. */
    SHA256_MISMATCH(
            "XAmzContentSHA256Mismatch",
            400,
            "The provided 'x-amz-content-sha256' header does not match what was computed.");

    private final String code;
    private final int status;
    private final String sentence;

    S3Code(String code, int status, String sentence) {
        this.code = code;
        this.status = status;
        this.sentence = sentence;
    }

    /** Returns the code as errors name it. */
    public String code() {
        return code;
    }

    /** Returns the usual sentence. */
    public String sentence() {
        return sentence;
    }

    /** Refuses with the usual sentence. */
    public Refusal refusal() {
        return refusal(sentence);
    }

    /** Refuses with another sentence. */
    public Refusal refusal(String other) {
        return Refusal.of(problem(), other).status(status).code(code);
    }

    private Problem problem() {
        return switch (status) {
            case 403 -> Problem.FORBIDDEN;
            case 404 -> Problem.NOT_FOUND;
            case 405 -> Problem.METHOD_NOT_ALLOWED;
            case 409 -> Problem.CONFLICT;
            case 412 -> Problem.STALE;
            case 500 -> Problem.INTERNAL;
            default -> Problem.BAD_REQUEST;
        };
    }
}
