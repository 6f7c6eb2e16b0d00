// Room: sandbox-eventstreams, tests. An account with an Event Streams instance, and who comes to it.
package io.lanyard.sandbox.eventstreams;

import static io.lanyard.policy.Grant.grant;

import io.lanyard.core.Crn;
import io.lanyard.core.IamId;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.Secret;
import io.lanyard.identity.IdentityClient;
import io.lanyard.policy.PolicyClient;
import io.lanyard.policy.Resource;
import io.lanyard.policy.RoleId;
import io.lanyard.policy.Targets;
import io.lanyard.resources.Instance;
import io.lanyard.resources.InstanceState;
import io.lanyard.resources.KeyCredentials;
import io.lanyard.resources.Offering;
import io.lanyard.resources.ResourcesClient;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.kernel.Verdict;
import io.lanyard.sandbox.services.resources.InstanceListeners;
import io.lanyard.sandbox.services.streams.EventStreams;
import java.time.Duration;
import java.util.List;

/**
 * An instance and its account.
 *
 * @param sandbox the sandbox
 * @param account the account
 * @param instance the instance
 * @param manager the credentials of a key with the role Manager
 */
record StreamScene(Sandbox sandbox, SandboxAccount account, Instance instance, KeyCredentials manager) {
    static final Offering STREAMS = Offering.plan("messagehub-standard").in("us-south");

    /**
     * A service ID.
     *
     * @param iamId its IAM id
     * @param key its API key
     */
    record Robot(IamId iamId, Secret key) {}

    static StreamScene in(Sandbox sandbox, SandboxAccount account) {
        var resources = new ResourcesClient(account.cloud());
        var group = resources.groups().defaultOf(account.id()).id();
        var instance = resources.instances().create("streams", group, STREAMS);
        var key = resources.keys().create("manager", instance.id(), k -> k.role("Manager"));
        return new StreamScene(sandbox, account, instance, key.credentials().orElseThrow());
    }

    IbmCloud cloud() {
        return account.cloud();
    }

    Crn crn() {
        return instance.crn();
    }

    Clients clients(Secret key) {
        return Clients.withKey(brokers(), key.reveal());
    }

    String brokers() {
        return manager.bootstrapEndpoints().orElseThrow();
    }

    Clients managers() {
        return clients(manager.apikey().orElseThrow());
    }

    /** Makes a service ID that may do nothing yet. */
    Robot robot(String name) {
        var identity = new IdentityClient(cloud());
        var id = identity.serviceIds().create(account.id(), name);
        return new Robot(id.iamId(), identity.apiKeys().create(id.iamId(), name).secret());
    }

    /** Gives a role on the instance, or on a part of it. */
    String allow(Robot robot, RoleId role, Resource on) {
        return new PolicyClient(cloud())
                .policies()
                .create(grant(role).to(robot.iamId()).on(on))
                .id()
                .value();
    }

    Resource whole() {
        return Targets.service("messagehub", account.id()).instance(instance.guid());
    }

    Resource cluster() {
        return whole().attribute("resourceType", "cluster");
    }

    Resource topic(String name) {
        return whole().resource("topic", name);
    }

    EventStreams door() {
        return (EventStreams) InstanceListeners.of(account.state().world().directory())
                .of("messagehub")
                .orElseThrow();
    }

    List<Verdict> denials() {
        return sandbox.decisions(account.id()).stream()
                .filter(verdict -> !verdict.permitted())
                .toList();
    }

    void awaitActive() {
        var resources = new ResourcesClient(cloud());
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!resources.instances().get(instance.id()).state().equals(InstanceState.ACTIVE)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(resources.instances().get(instance.id()));
            }
            Thread.onSpinWait();
        }
    }
}
