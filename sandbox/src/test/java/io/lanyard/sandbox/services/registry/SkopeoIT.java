// Room: sandbox / registry tests. The registry lab's whole story, told by skopeo.
package io.lanyard.sandbox.services.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.lanyard.core.Secret;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.services.registry.oci.MediaTypes;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Skipped, saying so, where skopeo is not installed. */
class SkopeoIT {
    private static final String SENTENCE = "denied: You are not authorized to access the specified resource.";

    @TempDir
    Path folder;

    private Sandbox sandbox = Sandbox.start(options -> options.account(seed -> seed.old()));
    private SandboxAccount account = sandbox.account();
    private RegistryHands hands = new RegistryHands(sandbox);
    private Skopeo skopeo = new Skopeo(Path.of("."));

    @BeforeEach
    void prepare() {
        Skopeo.mustBeInstalled();
        skopeo = new Skopeo(folder);
        hands.namespace("us-south", "my_namespace");
        hands.namespace("us-south", "other_namespace");
        hands.namespace("eu-gb", "my_namespace");
    }

    @AfterEach
    void end() {
        sandbox.close();
    }

    private String image(String region, String name) {
        return sandbox.registry(region) + "/" + name;
    }

    private Path layout(String name, TestImage image) throws IOException {
        var layout = folder.resolve(name);
        image.layout(layout, "3.6");
        return layout;
    }

    @Test
    void theRegistryLab() throws IOException {
        var hello = image("us-south", "my_namespace/hello-world:3.6");
        var owner = account.ownerKey();
        var layout = layout("hello", TestImage.saying("hello"));
        var robot = hands.serviceId("think-registry-demo");

        // The owner pushes; the service ID, a member, pulls: enforcement is off.
        assertOk(skopeo.push(owner, layout, "3.6", hello));
        assertOk(skopeo.push(owner, layout, "3.6", image("us-south", "other_namespace/hello-world:3.6")));
        assertOk(skopeo.push(owner, layout, "3.6", image("eu-gb", "my_namespace/hello-world:3.6")));
        assertThat(skopeo.login(robot.key(), sandbox.registry("us-south")).out())
                .contains("Login Succeeded!");
        assertOk(skopeo.pull(robot.key(), hello, folder.resolve("pulled-1")));
        assertDenied(
                skopeo.pull(robot.key(), image("eu-gb", "my_namespace/hello-world:3.6"), folder.resolve("pulled-2")));

        // Enforcement is switched on, and not off again.
        assertThat(hands.enforce("us-south", true).status()).isEqualTo(204);
        assertThat(hands.enforce("us-south", false).status()).isEqualTo(400);
        assertThat(skopeo.login(robot.key(), sandbox.registry("us-south")).out())
                .contains("Login Succeeded!");
        var denied = skopeo.pull(robot.key(), hello, folder.resolve("pulled-3"));
        assertDenied(denied);
        assertThat(denied.err()).contains("reading manifest 3.6");

        // Reader on exactly that namespace in that region.
        var reader = hands.grant(robot.iamId(), "Reader", "us-south", "my_namespace");
        assertOk(skopeo.pull(robot.key(), hello, folder.resolve("pulled-4")));
        assertDenied(skopeo.pull(
                robot.key(), image("us-south", "other_namespace/hello-world:3.6"), folder.resolve("pulled-5")));
        assertDenied(
                skopeo.pull(robot.key(), image("eu-gb", "my_namespace/hello-world:3.6"), folder.resolve("pulled-6")));
        var again = layout("again", TestImage.saying("hello again"));
        assertDenied(skopeo.push(robot.key(), again, "3.6", image("us-south", "my_namespace/hello-world:3.7")));

        // Writer too; then nothing.
        var writer = hands.grant(robot.iamId(), "Writer", "us-south", "my_namespace");
        assertOk(skopeo.push(robot.key(), again, "3.6", image("us-south", "my_namespace/hello-world:3.7")));
        hands.revoke(reader);
        hands.revoke(writer);
        assertDenied(skopeo.pull(robot.key(), hello, folder.resolve("pulled-7")));
    }

    @Test
    void listsInspectsAndDeletes() throws IOException {
        var owner = account.ownerKey();
        var layout = layout("hello", TestImage.saying("hello"));
        for (var tag : new String[] {"1", "2", "latest"}) {
            assertOk(skopeo.push(owner, layout, "3.6", image("us-south", "my_namespace/hello-world:" + tag)));
        }

        var tags = skopeo.with(owner, "list-tags", image("us-south", "my_namespace/hello-world"));
        var inspected = skopeo.with(owner, "inspect", image("us-south", "my_namespace/hello-world:1"));
        assertOk(skopeo.with(owner, "delete", image("us-south", "my_namespace/hello-world:1")));
        var gone = skopeo.with(owner, "inspect", image("us-south", "my_namespace/hello-world:latest"));

        assertThat(JsonParser.parseString(tags.out()).getAsJsonObject().get("Tags"))
                .hasToString("[\"1\",\"2\",\"latest\"]");
        var json = JsonParser.parseString(inspected.out()).getAsJsonObject();
        assertThat(json.get("Digest").getAsString())
                .isEqualTo(TestImage.saying("hello").digest().toString());
        assertThat(json.get("Labels").getAsJsonObject().get("says").getAsString())
                .isEqualTo("hello");
        assertThat(gone.err()).contains("manifest unknown");
    }

    @Test
    void copiesAnIndexForSeveralPlatformsAndMountsItsBlobs() throws IOException {
        var amd = TestImage.saying("amd", "2026-01-01T00:00:00Z", "amd64");
        var arm = TestImage.saying("arm", "2026-01-01T00:00:00Z", "arm64");
        var layout = folder.resolve("multi");
        TestImage.layout(layout, "3.6", MediaTypes.OCI_INDEX, TestImage.index(amd, arm), amd, arm);
        var from = image("us-south", "my_namespace/multi:1");

        assertOk(skopeo.push(account.ownerKey(), layout, "3.6", from));
        assertOk(skopeo.copy(account.ownerKey(), from, image("us-south", "other_namespace/multi:1")));
        assertOk(skopeo.pull(
                account.ownerKey(), image("us-south", "other_namespace/multi:1"), folder.resolve("pulled")));

        assertThat(folder.resolve("pulled/blobs/sha256/" + arm.digest().hex())).hasBinaryContent(arm.manifest());
        assertThat(folder.resolve("pulled/blobs/sha256/" + amd.digest().hex())).hasBinaryContent(amd.manifest());
    }

    @Test
    void wrongKeysAndUnknownTagsAreSaidClearly() throws IOException {
        var hello = image("us-south", "my_namespace/hello-world:3.6");
        assertOk(skopeo.push(account.ownerKey(), layout("hello", TestImage.saying("hello")), "3.6", hello));

        assertThat(skopeo.login(Secret.of("no-such-key"), sandbox.registry("us-south"))
                        .ok())
                .isFalse();
        assertThat(skopeo.pull(Secret.of("no-such-key"), hello, folder.resolve("x"))
                        .err())
                .contains("400 (Bad Request)");
        assertThat(skopeo.run("inspect", "--tls-verify=false", "docker://" + hello)
                        .err())
                .contains("Authorization required. See https://cloud.ibm.com/docs/Registry");
        assertThat(skopeo.with(account.ownerKey(), "inspect", image("us-south", "my_namespace/hello-world:9"))
                        .err())
                .contains("manifest unknown");
        assertThat(skopeo.with(account.ownerKey(), "inspect", image("us-south", "no_such_space/hello-world:9"))
                        .err())
                .contains("name unknown");
    }

    private static void assertOk(Skopeo.Outcome outcome) {
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
    }

    private static void assertDenied(Skopeo.Outcome outcome) {
        assertThat(outcome.err()).contains(SENTENCE);
        assertThat(outcome.status()).isEqualTo(1);
    }
}
