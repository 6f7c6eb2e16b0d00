// Identity, tests: every operation on service IDs, as it is sent and as it is read.
package io.lanyard.identity;

import static io.lanyard.identity.Filter.description;
import static io.lanyard.identity.Filter.name;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.core.ETag;
import io.lanyard.core.IamId;
import io.lanyard.core.Secret;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServiceIdsTest extends Wired {

    private static final ServiceIdId ID = ServiceIdId.of("ServiceId-1");
    private static final Crn BUCKETS =
            Crn.parse("crn:v1:bluemix:public:cloud-object-storage:global:a/0123::instance::");

    @Test
    void createsWithANameOnly() {
        answers(201, PLAIN_SERVICE_ID);

        var robot = identity.serviceIds().create(ACCOUNT, "think-registry-demo");

        assertThat(robot.iamId()).isEqualTo(ROBOT);
        assertThat(sent()).isEqualTo("""
                        POST /v1/serviceids/
                        Authorization: Bearer token

                        {"account_id":"0123456789abcdef0123456789abcdef","name":"think-registry-demo"}""");
    }

    @Test
    void createsWithEverything() {
        answers(201, SERVICE_ID);

        identity.serviceIds()
                .create(
                        ACCOUNT,
                        "robot",
                        s -> s.description("pulls images")
                                .group(ServiceIdGroupId.of("group-1"))
                                .uniqueInstanceCrns(BUCKETS)
                                .apiKey(
                                        "robot-key",
                                        k -> k.description("for CI")
                                                .value(Secret.of("0123456789012345678901234567890123456789"))
                                                .storeValue(true)
                                                .actionWhenLeaked(ActionWhenLeaked.DISABLE)
                                                .expiresAt(Instant.parse("2049-01-02T18:30:59Z")))
                                .locked()
                                .showGroupId());

        assertThat(sent()).isEqualTo("""
                        POST /v1/serviceids/?show_group_id=true
                        Authorization: Bearer token
                        Entity-Lock: true

                        {"account_id":"0123456789abcdef0123456789abcdef","name":"robot","description":"pulls images",\
                        "group_id":"group-1",\
                        "unique_instance_crns":["crn:v1:bluemix:public:cloud-object-storage:global:a/0123::instance::"],\
                        "apikey":{"name":"robot-key","description":"for CI",\
                        "apikey":"0123456789012345678901234567890123456789","store_value":true,\
                        "action_when_leaked":"disable","expires_at":"2049-01-02T18:30+0000"}}""");
    }

    @Test
    void tellsTheKeyThatWasCreatedWithIt() {
        answers(201, PLAIN_SERVICE_ID.strip().replaceAll("}$", ", \"apikey\": " + API_KEY + "}"));

        var robot = identity.serviceIds().create(ACCOUNT, "robot", s -> s.apiKey("robot-key"));

        assertThat(robot.apikey().orElseThrow().secret()).isEqualTo(Secret.of("the-secret-value"));
    }

    @Test
    void readsEveryField() {
        answers(200, SERVICE_ID);

        var read =
                identity.serviceIds().get(ID, more -> more.history().activity().groupId());

        assertThat(sent()).isEqualTo("""
                        GET /v1/serviceids/ServiceId-1?include_history=true&include_activity=true&show_group_id=true
                        Authorization: Bearer token""");
        assertThat(read.etag()).isEqualTo(ETag.of("1-aa"));
        var robot = read.value();
        assertThat(robot.id()).isEqualTo(ID);
        assertThat(robot.entityTag()).isEqualTo(ETag.of("1-aa"));
        assertThat(robot.crn().resource()).isEqualTo("ServiceId-1");
        assertThat(robot.locked()).isFalse();
        assertThat(robot.createdAt()).isEqualTo("2024-10-04T14:05:00Z");
        assertThat(robot.modifiedAt()).isEqualTo("2024-10-05T09:00:00Z");
        assertThat(robot.accountId()).isEqualTo(ACCOUNT);
        assertThat(robot.groupId()).contains(ServiceIdGroupId.of("group-1"));
        assertThat(robot.name()).isEqualTo("think-registry-demo");
        assertThat(robot.description()).contains("pulls images in CI");
        assertThat(robot.uniqueInstanceCrns()).containsExactly(BUCKETS);
        assertThat(robot.apikey()).isEmpty();
        assertThat(robot.activity().orElseThrow().authnCount()).isEqualTo(3);
        assertThat(robot.activity().orElseThrow().lastAuthn()).contains(Instant.parse("2024-10-06T10:00:00Z"));
        var created = robot.history().get(0);
        assertThat(created.action()).isEqualTo("CREATE");
        assertThat(created.iamId()).isEqualTo(IamId.of("IBMid-1"));
        assertThat(created.iamIdAccount()).contains(AccountId.of("acc"));
        assertThat(created.params()).containsExactly("a", "b");
        var context = robot.context().orElseThrow();
        assertThat(context.transactionId()).contains("t-1");
        assertThat(context.clusterName()).contains("c-1");
    }

    @Test
    void readsWhatTheServiceLeavesOut() {
        answers(200, PLAIN_SERVICE_ID);

        var robot = identity.serviceIds().get(ID).value();

        assertThat(sent()).startsWith("GET /v1/serviceids/ServiceId-1\n");
        assertThat(robot.description()).isEmpty();
        assertThat(robot.groupId()).isEmpty();
        assertThat(robot.uniqueInstanceCrns()).isEmpty();
        assertThat(robot.history()).isEmpty();
        assertThat(robot.activity()).isEmpty();
        assertThat(robot.context()).isEmpty();
    }

    @Test
    void listsWithEveryParameter() {
        answers(200, "{\"serviceids\": [" + PLAIN_SERVICE_ID + "]}");

        var robots = identity.serviceIds()
                .list(
                        ACCOUNT,
                        q -> q.group(ServiceIdGroupId.of("group-1"))
                                .name("robot")
                                .where(name().contains("x").and(description().startsWith("y")))
                                .sortedBy(ServiceIdSort.CREATED_AT)
                                .descending()
                                .pageSize(50)
                                .history()
                                .groupId());

        assertThat(robots.stream().map(ServiceId::name)).containsExactly("think-registry-demo");
        assertThat(sent()).isEqualTo("""
                        GET /v1/serviceids/?account_id=0123456789abcdef0123456789abcdef&group_id=group-1&name=robot\
                        &show_group_id=true&filter=name%20co%20%22x%22%20and%20description%20sw%20%22y%22&sort=created_at&order=desc\
                        &pagesize=50&include_history=true
                        Authorization: Bearer token""");
    }

    @Test
    void sendsNothingForAListThatNobodyLooksAt() {
        var unused = identity.serviceIds().list(ACCOUNT);

        assertThat(wire.getAllServeEvents()).isEmpty();
    }

    @Test
    void updatesWhatDiffers() {
        answers(200, SERVICE_ID);

        var updated = identity.serviceIds().update(ID, s -> s.withDescription("pushes, too"));

        assertThat(updated.value().id()).isEqualTo(ID);
        assertThat(sent()).isEqualTo("""
                        PUT /v1/serviceids/ServiceId-1?show_group_id=true
                        Authorization: Bearer token
                        If-Match: 1-aa

                        {"name":"think-registry-demo","description":"pushes, too"}""");
    }

    @Test
    void replacesWhatWasReadBefore() {
        answers(200, PLAIN_SERVICE_ID);
        var read = identity.serviceIds().get(ID);

        identity.serviceIds().replace(read, s -> s.withName("renamed").withUniqueInstanceCrns(BUCKETS));

        assertThat(sent()).isEqualTo("""
                        PUT /v1/serviceids/ServiceId-1
                        Authorization: Bearer token
                        If-Match: 1-aa

                        {"name":"renamed",\
                        "unique_instance_crns":["crn:v1:bluemix:public:cloud-object-storage:global:a/0123::instance::"]}""");
    }

    @Test
    void clearsWhatIsSetToNothing() {
        answers(200, SERVICE_ID);

        identity.serviceIds().update(ID, s -> s.withDescription("").withUniqueInstanceCrns());

        assertThat(sent())
                .endsWith("{\"name\":\"think-registry-demo\",\"description\":\"\",\"unique_instance_crns\":[]}");
    }

    @Test
    void replacesWhatAListOrACreationTold() {
        answers(200, PLAIN_SERVICE_ID);
        var robot = identity.serviceIds().create(ACCOUNT, "robot");

        identity.serviceIds().replace(robot.versioned(), s -> s.withDescription("new"));

        assertThat(sent()).contains("If-Match: 1-aa");
    }

    @Test
    void deletesLocksAndUnlocks() {
        answersNoContent();

        identity.serviceIds().lock(ID);
        assertThat(sent()).isEqualTo("POST /v1/serviceids/ServiceId-1/lock\nAuthorization: Bearer token");

        identity.serviceIds().unlock(ID);
        assertThat(sent()).isEqualTo("DELETE /v1/serviceids/ServiceId-1/lock\nAuthorization: Bearer token");

        identity.serviceIds().delete(ID);
        assertThat(sent()).isEqualTo("DELETE /v1/serviceids/ServiceId-1\nAuthorization: Bearer token");
    }
}
