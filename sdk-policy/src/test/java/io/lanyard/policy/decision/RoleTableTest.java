package io.lanyard.policy.decision;

import static io.lanyard.policy.decision.Fixture.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.policy.RoleId;
import java.io.StringReader;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Policy tests: a table of roles, found by the names that CRNs use. */
class RoleTableTest {
    private static final RoleTable TABLE = RoleTable.read(new StringReader("""
            {"cloud-object-storage": {"displayName": "Cloud Object Storage",
              "platform": {"Viewer": ["iam.policy.read", "cos.only"], "Administrator": ["iam.policy.read", "iam.policy.create"]},
              "service": {"Reader": ["cloud-object-storage.object.get"], "Object Writer": ["cloud-object-storage.object.put"]}},
             "enterprise": {"displayName": "Enterprise",
              "platform": {"Viewer": ["iam.policy.read", "enterprise.only"], "Administrator": ["iam.policy.read", "iam.policy.create"]},
              "service": {"Usage Report Viewer": ["enterprise.enterprise.retrieve-usage-report"],
                          "Assignment Administrator": ["enterprise.x.assign"], "Service ID creator": ["enterprise.x.create"]}}}
            """));

    @Test
    void findsARoleByTheLastPartOfItsCrn() {
        assertThat(TABLE.actions("cloud-object-storage", RoleId.READER))
                .containsExactly("cloud-object-storage.object.get");
        assertThat(TABLE.actions("cloud-object-storage", RoleId.service("cloud-object-storage", "Reader")))
                .containsExactly("cloud-object-storage.object.get");
        assertThat(TABLE.actions("cloud-object-storage", RoleId.OBJECT_WRITER))
                .containsExactly("cloud-object-storage.object.put");
    }

    @Test
    void knowsTheNamesThatDifferFromTheDisplayName() {
        assertThat(TABLE.actions("enterprise", RoleId.service("enterprise", "UsageReportsViewer")))
                .isNotEmpty();
        assertThat(TABLE.actions("enterprise", RoleId.TEMPLATE_ASSIGNMENT_ADMINISTRATOR))
                .isNotEmpty();
        assertThat(TABLE.actions("enterprise", RoleId.service("enterprise", "ServiceIdCreator")))
                .isNotEmpty();
    }

    @Test
    void aServiceThatIsNotInItHasWhatAllHaveInCommon() {
        assertThat(TABLE.actions("brand-new", RoleId.VIEWER)).containsExactly("iam.policy.read");
        assertThat(TABLE.actions("", RoleId.ADMINISTRATOR)).contains("iam.policy.create");
        assertThat(TABLE.actions("brand-new", RoleId.READER)).isEmpty();
        assertThat(TABLE.roles("brand-new")).contains(RoleId.VIEWER, RoleId.ADMINISTRATOR);
    }

    @Test
    void listsRolesByTheirCrns() {
        assertThat(TABLE.services()).containsExactlyInAnyOrder("cloud-object-storage", "enterprise");
        assertThat(TABLE.roles("cloud-object-storage"))
                .containsExactly(RoleId.VIEWER, RoleId.ADMINISTRATOR, RoleId.READER, RoleId.OBJECT_WRITER);
    }

    @Test
    void aCustomRoleComesAndGoes() {
        var puller = RoleId.custom(ACCOUNT, "Puller");
        var more = TABLE.with("brand-new", puller, Set.of("brand-new.x.y"));

        assertThat(more.actions("brand-new", puller)).containsExactly("brand-new.x.y");
        assertThat(more.actions("brand-new", RoleId.VIEWER)).containsExactly("iam.policy.read");
        assertThat(more.without("brand-new", puller).actions("brand-new", puller))
                .isEmpty();
        assertThat(TABLE.actions("brand-new", puller)).isEmpty();
    }
}
