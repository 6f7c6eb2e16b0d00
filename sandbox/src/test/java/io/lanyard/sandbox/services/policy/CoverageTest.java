// Room: sandbox / policy management, tests.
package io.lanyard.sandbox.services.policy;

import static io.lanyard.sandbox.services.policy.Bodies.EDITOR;
import static io.lanyard.sandbox.services.policy.Bodies.READER;
import static io.lanyard.sandbox.services.policy.Bodies.VIEWER;
import static io.lanyard.sandbox.services.policy.Bodies.v1;
import static io.lanyard.sandbox.services.policy.Bodies.v2;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.Sandbox;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which policy leaves nothing for another one to add. */
class CoverageTest {
    private static final String ALL_SERVICES = "accountId a serviceType service";

    @ParameterizedTest
    @CsvSource({
        "accountId a serviceName kms, accountId a serviceName kms, true",
        "accountId a serviceName kms, accountId a serviceName kms region us-south, true",
        "accountId a serviceName kms region us-south, accountId a serviceName kms, false",
        "accountId a serviceName kms region us-south, accountId a serviceName kms region eu-gb, false",
        ALL_SERVICES + ", accountId a resourceGroupId g, true",
        ALL_SERVICES + ", accountId a serviceName kms resourceType key, true",
        ALL_SERVICES + ", accountId a serviceName iam-identity, false",
        ALL_SERVICES + ", accountId a serviceType platform_service, false",
        "accountId a serviceType platform_service, accountId a serviceName iam-identity, true",
        "accountId a serviceType platform_service, accountId a service_group_id IAM, true",
        "accountId a serviceType platform_service, accountId a resourceGroupId g, false",
        "accountId a service_group_id IAM, accountId a serviceName user-management, true",
        "accountId a service_group_id IAM, accountId a serviceName billing, false",
        "accountId b serviceName kms, accountId a serviceName kms, false",
    })
    void aResourceCoversTheSameAndNarrowerOnes(String older, String newer, boolean expected) {
        var wide = V1Schema.read(v1("iam-1", VIEWER, older.split(" ")));
        var narrow = V2Schema.read(v2("iam-1", VIEWER, newer.split(" ")));

        assertThat(Coverage.covers(wide, narrow)).isEqualTo(expected);
    }

    @Test
    void rolesSubjectsAndConditionsMustBeThere() {
        String[] kms = {"accountId", "a", "serviceName", "kms"};
        var viewer = V2Schema.read(v2("iam-1", VIEWER, kms));
        var ownName = V2Schema.read(v2("iam-1", "crn:v1:bluemix:public:kms::::serviceRole:Reader", kms));

        assertThat(Coverage.covers(viewer, V2Schema.read(v2("iam-1", EDITOR, kms))))
                .isFalse();
        assertThat(Coverage.covers(viewer, V2Schema.read(v2("iam-2", VIEWER, kms))))
                .isFalse();
        assertThat(Coverage.covers(viewer, V2Schema.read(Bodies.weekly(v2("iam-1", VIEWER, kms)))))
                .isFalse();
        assertThat(Coverage.covers(ownName, V2Schema.read(v2("iam-1", READER, kms))))
                .isTrue();
    }

    @Test
    void deletedPoliciesAreRememberedInBoundedNumber() {
        try (var sandbox = Sandbox.start()) {
            var store = PolicyStore.of(sandbox.account().state());
            for (int i = 0; i <= PolicyStore.MOST_DELETED; i++) {
                var sent = v2(
                        "iam-" + i, VIEWER, "accountId", sandbox.account().id().value(), "serviceName", "kms");
                var now = Instant.now();
                var policy = new StoredPolicy("p-" + i, 2, sent, V2Schema.read(sent), now, "o", now, "o", true, "1-0");
                store.put(policy);
                store.put(policy.in(false, now, "o", "2-0"));
            }

            assertThat(store.all()).hasSize(PolicyStore.MOST_DELETED);
            assertThat(store.find("p-0")).isEmpty();
            assertThat(store.find("p-1")).isPresent();
        }
    }
}
