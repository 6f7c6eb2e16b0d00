// Room: sandbox / object storage tests. IBM's own client, as any program uses it.
package io.lanyard.sandbox.services.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.cloud.objectstorage.ClientConfiguration;
import com.ibm.cloud.objectstorage.SDKGlobalConfiguration;
import com.ibm.cloud.objectstorage.auth.AWSCredentials;
import com.ibm.cloud.objectstorage.auth.AWSStaticCredentialsProvider;
import com.ibm.cloud.objectstorage.auth.BasicAWSCredentials;
import com.ibm.cloud.objectstorage.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.ibm.cloud.objectstorage.oauth.BasicIBMOAuthCredentials;
import com.ibm.cloud.objectstorage.services.s3.AmazonS3;
import com.ibm.cloud.objectstorage.services.s3.AmazonS3ClientBuilder;
import com.ibm.cloud.objectstorage.services.s3.model.AmazonS3Exception;
import com.ibm.cloud.objectstorage.services.s3.model.CannedAccessControlList;
import com.ibm.cloud.objectstorage.services.s3.model.CompleteMultipartUploadRequest;
import com.ibm.cloud.objectstorage.services.s3.model.CopyPartRequest;
import com.ibm.cloud.objectstorage.services.s3.model.CreateBucketRequest;
import com.ibm.cloud.objectstorage.services.s3.model.DeleteObjectsRequest;
import com.ibm.cloud.objectstorage.services.s3.model.GeneratePresignedUrlRequest;
import com.ibm.cloud.objectstorage.services.s3.model.GetObjectRequest;
import com.ibm.cloud.objectstorage.services.s3.model.InitiateMultipartUploadRequest;
import com.ibm.cloud.objectstorage.services.s3.model.ListObjectsRequest;
import com.ibm.cloud.objectstorage.services.s3.model.ListObjectsV2Request;
import com.ibm.cloud.objectstorage.services.s3.model.ListPartsRequest;
import com.ibm.cloud.objectstorage.services.s3.model.ObjectMetadata;
import com.ibm.cloud.objectstorage.services.s3.model.PartETag;
import com.ibm.cloud.objectstorage.services.s3.model.PutObjectRequest;
import com.ibm.cloud.objectstorage.services.s3.model.S3ObjectSummary;
import com.ibm.cloud.objectstorage.services.s3.model.UploadPartRequest;
import com.ibm.cloud.objectstorage.services.s3.transfer.TransferManagerBuilder;
import io.lanyard.sandbox.Actor;
import io.lanyard.sandbox.Http;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbmClientTest {
    private static final int MIB = 1 << 20;

    private final StorageScene scene = new StorageScene();
    private final List<AmazonS3> clients = new ArrayList<>();
    private final String iamBefore = SDKGlobalConfiguration.IAM_ENDPOINT;

    @TempDir
    Path folder;

    @BeforeEach
    void pointAtTheSandbox() {
        SDKGlobalConfiguration.IAM_ENDPOINT = scene.sandbox.url() + "/identity/token";
    }

    @AfterEach
    void close() {
        clients.forEach(AmazonS3::shutdown);
        SDKGlobalConfiguration.IAM_ENDPOINT = iamBefore;
        scene.close();
    }

    private AmazonS3 client(AWSCredentials credentials) {
        var client = AmazonS3ClientBuilder.standard()
                .withCredentials(new AWSStaticCredentialsProvider(credentials))
                .withEndpointConfiguration(new EndpointConfiguration(scene.sandbox.storageUrl(), "us-south"))
                .withPathStyleAccessEnabled(true)
                .withClientConfiguration(new ClientConfiguration().withMaxErrorRetry(0))
                .build();
        clients.add(client);
        return client;
    }

    private AmazonS3 withKey(String apiKey) {
        return client(new BasicIBMOAuthCredentials(apiKey, scene.instance.value()));
    }

    /** Signs with the HMAC keys of a service credential that has a role on the instance. */
    private AmazonS3 signing(String role) {
        var made = Actor.owner(scene.sandbox, scene.account)
                .post(
                        "/v2/resource_keys",
                        Actor.json(
                                "name",
                                "hmac",
                                "source",
                                scene.instance.value(),
                                "role",
                                role,
                                "parameters",
                                Actor.json("HMAC", true)));
        var keys = made.json().getAsJsonObject("credentials").getAsJsonObject("cos_hmac_keys");
        return client(new BasicAWSCredentials(
                keys.get("access_key_id").getAsString(),
                keys.get("secret_access_key").getAsString()));
    }

    private AmazonS3 one(String how) {
        return how.equals("key") ? withKey(scene.account.ownerKey().reveal()) : signing("Manager");
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "hmac"})
    void aBucketsWholeLife(String how) throws IOException {
        var s3 = one(how);

        s3.createBucket(new CreateBucketRequest("whole-life", "us-south-smart"));
        assertThat(s3.listBuckets())
                .singleElement()
                .satisfies(bucket -> assertThat(bucket.getName()).isEqualTo("whole-life"));
        assertThat(scene.owner.get("/whole-life?location").text()).contains(">us-south-smart<");
        assertThat(s3.doesBucketExistV2("whole-life")).isTrue();
        assertThat(s3.doesBucketExistV2("no-such-bucket-here")).isFalse();

        var metadata = new ObjectMetadata();
        metadata.setContentType("text/plain");
        metadata.addUserMetadata("by", "ada");
        var content = random(200_000);
        metadata.setContentLength(content.length);
        s3.putObject(new PutObjectRequest("whole-life", "a b/ü+?.txt", new ByteArrayInputStream(content), metadata));
        s3.putObject("whole-life", "a b/other", "text");

        try (var object = s3.getObject("whole-life", "a b/ü+?.txt")) {
            assertThat(object.getObjectContent().readAllBytes()).isEqualTo(content);
            assertThat(object.getObjectMetadata().getUserMetaDataOf("by")).isEqualTo("ada");
            assertThat(object.getObjectMetadata().getContentType()).isEqualTo("text/plain");
        }
        try (var part = s3.getObject(new GetObjectRequest("whole-life", "a b/ü+?.txt").withRange(100, 199))) {
            assertThat(part.getObjectContent().readAllBytes())
                    .isEqualTo(java.util.Arrays.copyOfRange(content, 100, 200));
        }
        assertThat(s3.doesObjectExist("whole-life", "a b/other")).isTrue();
        assertThat(s3.doesObjectExist("whole-life", "a b/none")).isFalse();

        s3.copyObject("whole-life", "a b/ü+?.txt", "whole-life", "copy");
        try (var copy = s3.getObject("whole-life", "copy")) {
            assertThat(copy.getObjectContent().readAllBytes()).isEqualTo(content);
            assertThat(copy.getObjectMetadata().getUserMetaDataOf("by")).isEqualTo("ada");
        }

        s3.deleteObject("whole-life", "copy");
        var deleted = s3.deleteObjects(new DeleteObjectsRequest("whole-life").withKeys("a b/ü+?.txt", "a b/other"));
        assertThat(deleted.getDeletedObjects()).hasSize(2);
        s3.deleteBucket("whole-life");
        assertThat(s3.listBuckets()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "hmac"})
    void listsInBothVersionsAPageAtATime(String how) {
        var s3 = one(how);
        s3.createBucket("lists");
        List.of("a/1", "a/2", "b/1", "c", "d ü", "e+f").forEach(key -> s3.putObject("lists", key, key));

        var first =
                s3.listObjects(new ListObjectsRequest().withBucketName("lists").withMaxKeys(4));
        var second = s3.listNextBatchOfObjects(first);
        assertThat(first.isTruncated()).isTrue();
        assertThat(first.getObjectSummaries())
                .extracting(S3ObjectSummary::getKey)
                .containsExactly("a/1", "a/2", "b/1", "c");
        assertThat(second.getObjectSummaries())
                .extracting(S3ObjectSummary::getKey)
                .containsExactly("d ü", "e+f");

        var folders = s3.listObjectsV2(new ListObjectsV2Request()
                .withBucketName("lists")
                .withDelimiter("/")
                .withMaxKeys(3));
        assertThat(folders.getCommonPrefixes()).containsExactly("a/", "b/");
        assertThat(folders.getObjectSummaries())
                .extracting(S3ObjectSummary::getKey)
                .containsExactly("c");
        assertThat(folders.getKeyCount()).isEqualTo(3);
        var rest = s3.listObjectsV2(new ListObjectsV2Request()
                .withBucketName("lists")
                .withDelimiter("/")
                .withContinuationToken(folders.getNextContinuationToken()));
        assertThat(rest.getObjectSummaries())
                .extracting(S3ObjectSummary::getKey)
                .containsExactly("d ü", "e+f");
        assertThat(s3.listObjectsV2(new ListObjectsV2Request()
                                .withBucketName("lists")
                                .withPrefix("a/")
                                .withStartAfter("a/1"))
                        .getObjectSummaries())
                .extracting(S3ObjectSummary::getKey)
                .containsExactly("a/2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "hmac"})
    void anObjectInParts(String how) throws IOException {
        var s3 = one(how);
        s3.createBucket("parts");
        var content = random(11 * MIB);
        var id = s3.initiateMultipartUpload(new InitiateMultipartUploadRequest("parts", "big"))
                .getUploadId();
        var tags = new ArrayList<PartETag>();
        for (var i = 0; i < 2; i++) {
            var from = i * 5 * MIB;
            var size = i == 1 ? content.length - from - MIB : 5 * MIB;
            tags.add(s3.uploadPart(new UploadPartRequest()
                            .withBucketName("parts")
                            .withKey("big")
                            .withUploadId(id)
                            .withPartNumber(i + 1)
                            .withPartSize(size)
                            .withInputStream(new ByteArrayInputStream(content, from, size)))
                    .getPartETag());
        }
        s3.putObject("parts", "tail", new ByteArrayInputStream(content, 10 * MIB - 7, MIB + 7), length(MIB + 7));
        tags.add(s3.copyPart(new CopyPartRequest()
                        .withSourceBucketName("parts")
                        .withSourceKey("tail")
                        .withDestinationBucketName("parts")
                        .withDestinationKey("big")
                        .withUploadId(id)
                        .withPartNumber(3)
                        .withFirstByte(7L)
                        .withLastByte(MIB + 6L))
                .getPartETag());
        assertThat(s3.listParts(new ListPartsRequest("parts", "big", id)).getParts())
                .hasSize(3);
        assertThat(s3.listMultipartUploads(
                                new com.ibm.cloud.objectstorage.services.s3.model.ListMultipartUploadsRequest("parts"))
                        .getMultipartUploads())
                .hasSize(1);

        var done = s3.completeMultipartUpload(new CompleteMultipartUploadRequest("parts", "big", id, tags));

        assertThat(done.getETag()).endsWith("-3");
        try (var object = s3.getObject("parts", "big")) {
            assertThat(object.getObjectContent().readAllBytes()).isEqualTo(content);
        }
    }

    private static ObjectMetadata length(long bytes) {
        var metadata = new ObjectMetadata();
        metadata.setContentLength(bytes);
        return metadata;
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "hmac"})
    void theTransferManagerTakesAFileThereAndBack(String how) throws IOException, InterruptedException {
        var s3 = one(how);
        s3.createBucket("transfers");
        var file = folder.resolve("there");
        Files.write(file, random(18 * MIB));
        var manager = TransferManagerBuilder.standard()
                .withS3Client(s3)
                .withMultipartUploadThreshold(6L * MIB)
                .withMinimumUploadPartSize(5L * MIB)
                .build();
        try {
            manager.upload("transfers", "file", file.toFile()).waitForCompletion();
            manager.copy("transfers", "file", "transfers", "copy").waitForCompletion();
            var back = folder.resolve("back");
            manager.download("transfers", "copy", back.toFile()).waitForCompletion();
            assertThat(back).hasSameBinaryContentAs(file);
        } finally {
            manager.shutdownNow(false);
        }
    }

    @Test
    void anObjectWriterOverwritesButNeitherReadsNorDeletes() {
        withKey(scene.account.ownerKey().reveal()).createBucket("inbox");
        scene.grant(scene.robot, "cloud-object-storage::::serviceRole:ObjectWriter", "inbox", Actor.json());
        var robot = withKey(scene.robotKey);

        robot.putObject("inbox", "letter", "one");
        robot.putObject("inbox", "letter", "two");

        assertDenied(() -> robot.getObject("inbox", "letter"));
        assertDenied(() -> robot.deleteObject("inbox", "letter"));
        assertDenied(() -> robot.listObjectsV2("inbox"));
        assertDenied(() -> robot.putObject("outbox", "letter", "x"), 404);
        assertThatThrownBy(() -> robot.getObjectMetadata("inbox", "letter"))
                .isInstanceOfSatisfying(
                        AmazonS3Exception.class,
                        e -> assertThat(e.getStatusCode()).isEqualTo(403));
        assertDenied(() -> robot.createBucket("another"));
        assertDenied(robot::listBuckets);
    }

    private static void assertDenied(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(AmazonS3Exception.class, e -> {
            assertThat(e.getErrorCode()).isEqualTo("AccessDenied");
            assertThat(e.getErrorMessage()).isEqualTo("Access Denied");
            assertThat(e.getStatusCode()).isEqualTo(403);
            assertThat(e.getRequestId()).isNotEmpty();
        });
    }

    private static void assertDenied(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, int status) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AmazonS3Exception.class,
                        e -> assertThat(e.getStatusCode()).isEqualTo(status));
    }

    @Test
    void aSignerWithoutRightsIsDeniedAndAWrongSecretFound() {
        signing("Manager").createBucket("signed");
        var reader = signing("Reader");

        assertThat(reader.listObjectsV2("signed").getObjectSummaries()).isEmpty();
        assertDenied(() -> reader.putObject("signed", "x", "y"));
        assertThatThrownBy(() ->
                        client(new BasicAWSCredentials("nobody", "secret")).listBuckets())
                .isInstanceOfSatisfying(
                        AmazonS3Exception.class,
                        e -> assertThat(e.getErrorCode()).isEqualTo("InvalidAccessKeyId"));
    }

    @Test
    @SuppressWarnings("JavaUtilDate") // IBM's client knows no other
    void aLinkIsGoodUntilTheSandboxsClockSaysOtherwise() {
        var s3 = signing("Manager");
        s3.createBucket("links");
        s3.putObject("links", "a/ü b.txt", "hello");
        scene.sandbox.clock().advance(Duration.ofDays(40));
        var url = s3.generatePresignedUrl(new GeneratePresignedUrlRequest("links", "a/ü b.txt")
                        .withExpiration(new Date(System.currentTimeMillis() + 3_600_000)))
                .toString();

        assertThat(Http.get(url).text()).isEqualTo("hello");

        scene.sandbox.clock().advance(Duration.ofMinutes(61));
        var late = Http.get(url);
        assertThat(late.status()).isEqualTo(403);
        assertThat(late.text()).contains("<Code>AccessDenied</Code>").contains("Request has expired");
        assertThat(Http.get(url.replace("links", "other")).text()).contains("SignatureDoesNotMatch");
    }

    @Test
    void accessLists() {
        var s3 = withKey(scene.account.ownerKey().reveal());
        s3.createBucket("open-house");
        s3.putObject("open-house", "flyer", "come in");
        assertThat(Http.get(scene.sandbox.storageUrl() + "/open-house/flyer").status())
                .isEqualTo(403);

        s3.setObjectAcl("open-house", "flyer", CannedAccessControlList.PublicRead);

        assertThat(Http.get(scene.sandbox.storageUrl() + "/open-house/flyer").text())
                .isEqualTo("come in");
        assertThat(s3.getObjectAcl("open-house", "flyer").getGrantsAsList()).hasSize(2);
    }
}
