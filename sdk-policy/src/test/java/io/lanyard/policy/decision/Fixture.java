package io.lanyard.policy.decision;

import static io.lanyard.policy.decision.Request.may;

import io.lanyard.core.AccountId;
import io.lanyard.core.IamId;
import io.lanyard.policy.Grant;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyId;
import io.lanyard.policy.RoleId;
import io.lanyard.policy.Targets;
import java.util.Set;

/** Policy tests: one account, one service ID, and a small table of roles with the shapes that matter. */
final class Fixture {
    static final AccountId ACCOUNT = AccountId.of("5f0c0000000000000000000000000001");
    static final AccountId OTHER_ACCOUNT = AccountId.of("5f0c0000000000000000000000000002");
    static final IamId ROBOT = IamId.of("iam-ServiceId-ba930000-0000-4000-8000-000000000001");
    static final IamId COLLEAGUE = IamId.of("IBMid-270002X0YZ");
    static final IamId OWNER = IamId.of("IBMid-270001OWNR");
    static final String GROUP = "AccessGroupId-11110000-0000-4000-8000-000000000001";

    static final String PULL = "container-registry.image.pull";
    static final String PUSH = "container-registry.image.push";
    static final String CREATE_POLICY = "iam.policy.create";

    static final RoleTable ROLES = RoleTable.empty()
            .with("container-registry", RoleId.VIEWER, Set.of("iam.policy.read"))
            .with("container-registry", RoleId.ADMINISTRATOR, Set.of("iam.policy.read", CREATE_POLICY))
            .with(
                    "container-registry",
                    RoleId.READER,
                    Set.of(PULL, "container-registry.image.list", "container-registry.namespace.list"))
            .with("container-registry", RoleId.WRITER, Set.of(PULL, PUSH, "container-registry.image.delete"))
            .with(
                    "container-registry",
                    RoleId.MANAGER,
                    Set.of(PULL, PUSH, "container-registry.image.delete", "container-registry.namespace.create"))
            .with("kms", RoleId.READER, Set.of("kms.secrets.list"))
            .with("iam-identity", RoleId.VIEWER, Set.of("iam-identity.serviceid.get"))
            .with("iam-identity", RoleId.ADMINISTRATOR, Set.of("iam-identity.serviceid.delete", CREATE_POLICY))
            .with("iam-identity", RoleId.SERVICE_ID_CREATOR, Set.of("iam-identity.serviceid.create"))
            .with(
                    "iam-access-management",
                    RoleId.TEMPLATE_ADMINISTRATOR,
                    Set.of("iam-access-management.policy-template.create"))
            .with("cloud-object-storage", RoleId.OBJECT_WRITER, Set.of("cloud-object-storage.object.put"))
            .with(
                    "cloud-object-storage",
                    RoleId.WRITER,
                    Set.of("cloud-object-storage.object.put", "cloud-object-storage.bucket.delete"))
            .with("cloud-object-storage", RoleId.READER, Set.of("cloud-object-storage.object.get"));

    private Fixture() {}

    static Snapshot empty() {
        return Snapshot.of(ACCOUNT, ROLES).ownedBy(OWNER);
    }

    static Snapshot with(Grant... grants) {
        var snapshot = empty();
        for (int i = 0; i < grants.length; i++) {
            snapshot = snapshot.with(policy("p" + (i + 1), grants[i]));
        }
        return snapshot;
    }

    static Policy policy(String id, Grant grant) {
        return Policy.of(PolicyId.of(id), grant);
    }

    /** May the robot pull from my_namespace in us-south? */
    static Request pull() {
        return may(ROBOT).perform(PULL).on(namespace("my_namespace", "us-south"));
    }

    static io.lanyard.policy.ContainerRegistry namespace(String name, String region) {
        return Targets.containerRegistry(ACCOUNT).region(region).namespace(name);
    }
}
