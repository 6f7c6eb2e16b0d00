package io.lanyard.workshop.storage;

import com.ibm.cloud.objectstorage.ClientConfiguration;
import com.ibm.cloud.objectstorage.Request;
import com.ibm.cloud.objectstorage.Response;
import com.ibm.cloud.objectstorage.auth.AWSCredentials;
import com.ibm.cloud.objectstorage.auth.AWSStaticCredentialsProvider;
import com.ibm.cloud.objectstorage.auth.AnonymousAWSCredentials;
import com.ibm.cloud.objectstorage.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.ibm.cloud.objectstorage.handlers.RequestHandler2;
import com.ibm.cloud.objectstorage.http.HttpResponse;
import com.ibm.cloud.objectstorage.oauth.BasicIBMOAuthCredentials;
import com.ibm.cloud.objectstorage.oauth.TokenManager;
import com.ibm.cloud.objectstorage.services.s3.AmazonS3;
import com.ibm.cloud.objectstorage.services.s3.AmazonS3ClientBuilder;
import com.ibm.cloud.objectstorage.services.s3.model.ListObjectsV2Request;
import com.ibm.cloud.objectstorage.services.s3.model.S3ObjectSummary;
import io.lanyard.core.Crn;
import io.lanyard.core.Secret;
import io.lanyard.workshop.oci.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Storage: an Object Storage instance, as the holder of a token sees it. The client is IBM's own, so what works here works with any
 * program on it. It throws what that client throws, of which {@code CloudTroubles} knows the refusals.
 */
public final class ObjectStore implements AutoCloseable {
    private static final String REGION = "us-south";

    private final AmazonS3 client;

    private ObjectStore(AmazonS3 client) {
        this.client = client;
    }

    /**
     * Opens it; nothing is sent yet.
     *
     * @param url where the buckets are, such as {@code https://s3.us-south.cloud-object-storage.appdomain.cloud}
     * @param token gives a token of whoever asks, fresh each time
     * @param instance the instance's CRN, to which new buckets belong
     * @param wire hears of each call
     * @return the store
     */
    public static ObjectStore at(String url, Supplier<Secret> token, Crn instance, Wire wire) {
        // tag::cos-client[]
        TokenManager tokens = () -> token.get().reveal();
        var credentials = new BasicIBMOAuthCredentials(tokens, instance.value());
        // end::cos-client[]
        return open(url, credentials, wire);
    }

    /**
     * Opens it for somebody who shows no token: what is public, and nothing else.
     *
     * @param url where the buckets are
     * @param wire hears of each call
     * @return the store
     */
    public static ObjectStore withoutToken(String url, Wire wire) {
        return open(url, new AnonymousAWSCredentials(), wire);
    }

    private static ObjectStore open(String url, AWSCredentials credentials, Wire wire) {
        // tag::cos-client[]
        var client = AmazonS3ClientBuilder.standard()
                .withCredentials(new AWSStaticCredentialsProvider(credentials))
                .withEndpointConfiguration(new EndpointConfiguration(url, REGION))
                .withPathStyleAccessEnabled(true)
                .withRequestHandlers(new Listening(wire))
                .withClientConfiguration(
                        new ClientConfiguration().withRequestTimeout(60_000).withMaxErrorRetry(3))
                .build();
        // end::cos-client[]
        return new ObjectStore(client);
    }

    /**
     * Creates a bucket. Needs {@code cloud-object-storage.bucket.put_bucket}: Writer or Manager.
     *
     * @param bucket its name, which nobody else in the world has
     */
    public void createBucket(String bucket) {
        // tag::make-buckets[]
        client.createBucket(bucket);
        // end::make-buckets[]
    }

    /**
     * Looks for a bucket. Needs {@code cloud-object-storage.bucket.head}: Reader.
     *
     * @param bucket its name
     * @return whether it is there
     */
    public boolean hasBucket(String bucket) {
        return client.doesBucketExistV2(bucket);
    }

    /**
     * Writes an object, whole. Needs {@code cloud-object-storage.object.put}: Object Writer.
     *
     * @param bucket where
     * @param key its name
     * @param text what is in it
     */
    public void put(String bucket, String key, String text) {
        // tag::put-object[]
        client.putObject(bucket, key, text);
        // end::put-object[]
    }

    /**
     * Reads an object, whole. Needs {@code cloud-object-storage.object.get}: Object Reader.
     *
     * @param bucket where
     * @param key its name
     * @return what is in it
     */
    public String get(String bucket, String key) {
        // tag::get-object[]
        var text = client.getObjectAsString(bucket, key);
        // end::get-object[]
        return text;
    }

    /**
     * Lists the objects of a bucket. Needs {@code cloud-object-storage.bucket.get}: Reader or Content Reader.
     *
     * @param bucket which
     * @return the names of all of them, in order
     */
    public List<String> keys(String bucket) {
        var keys = new ArrayList<String>();
        var request = new ListObjectsV2Request().withBucketName(bucket);
        while (true) {
            var page = client.listObjectsV2(request);
            page.getObjectSummaries().stream().map(S3ObjectSummary::getKey).forEach(keys::add);
            if (!page.isTruncated()) {
                return List.copyOf(keys);
            }
            request.setContinuationToken(page.getNextContinuationToken());
        }
    }

    /**
     * Deletes an object. Needs {@code cloud-object-storage.object.delete}: Writer or Manager.
     *
     * @param bucket where
     * @param key its name
     */
    public void delete(String bucket, String key) {
        client.deleteObject(bucket, key);
    }

    /**
     * Deletes a bucket with all that is in it. Needs {@code cloud-object-storage.bucket.delete_bucket}: Writer or Manager.
     *
     * @param bucket which
     */
    public void deleteBucket(String bucket) {
        keys(bucket).forEach(key -> delete(bucket, key));
        client.deleteBucket(bucket);
    }

    /** Closes its connections. */
    @Override
    public void close() {
        client.shutdown();
    }

    /** Tells of each call that was answered. */
    private static final class Listening extends RequestHandler2 {
        private final Wire wire;

        Listening(Wire wire) {
            this.wire = wire;
        }

        @Override
        public void afterResponse(Request<?> request, Response<?> response) {
            told(request, response);
        }

        @Override
        public void afterError(Request<?> request, Response<?> response, Exception e) {
            told(request, response);
        }

        private static Optional<String> transactionId(HttpResponse answer) {
            return answer.getAllHeaders().entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase("Transaction-Id"))
                    .flatMap(header -> header.getValue().stream())
                    .findFirst();
        }

        private void told(Request<?> request, @Nullable Response<?> response) {
            var answer = Optional.ofNullable(response).map(Response::getHttpResponse);
            wire.exchanged(
                    request.getHttpMethod().name(),
                    "/"
                            + Optional.ofNullable(request.getResourcePath())
                                    .orElse("")
                                    .replaceFirst("^/", ""),
                    answer.map(HttpResponse::getStatusCode).orElse(0),
                    answer.flatMap(Listening::transactionId).orElse(""));
        }
    }
}
