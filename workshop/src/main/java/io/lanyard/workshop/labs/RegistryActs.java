package io.lanyard.workshop.labs;

import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.RoleId.READER;
import static io.lanyard.policy.RoleId.WRITER;
import static io.lanyard.policy.Targets.containerRegistry;
import static io.lanyard.workshop.labs.Places.ABROAD;
import static io.lanyard.workshop.labs.Places.HOME;
import static io.lanyard.workshop.labs.Places.IMAGE;
import static io.lanyard.workshop.labs.Places.OTHER_IMAGE;

import io.lanyard.core.IamId;
import io.lanyard.identity.ApiKey;
import io.lanyard.identity.ServiceId;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyClient;
import io.lanyard.registry.Region;
import io.lanyard.workshop.engine.CleanUp;
import io.lanyard.workshop.engine.Request;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.engine.Scene.Fact;
import io.lanyard.workshop.oci.HelloWorld;
import io.lanyard.workshop.oci.ImageName;
import io.lanyard.workshop.oci.OciImage;
import io.lanyard.workshop.oci.OciLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Labs: what the steps of the registry lab do. */
final class RegistryActs {
    private final LabEnvironment environment;
    private final Robot robot;
    private final RegistryState state;
    private final Leftovers leftovers;
    private final RobotAtWork work;

    RegistryActs(LabEnvironment environment, Robot robot, RegistryState state, RobotAtWork work) {
        this.environment = environment;
        this.robot = robot;
        this.state = state;
        this.leftovers = new Leftovers(environment, state);
        this.work = work;
    }

    void lookAround() {
        robot.lookAround();
        leftovers.lookAround();
    }

    void setUp(Scene scene) throws Exception {
        var created = scene.ask(
                Request.of("create", "service ID " + Robot.NAME),
                robot::create,
                serviceId -> serviceId.id().toString());
        scene.ask(
                Request.of("create", "API key " + Robot.KEY_NAME),
                () -> robot.createKey(created),
                key -> key.id() + ", and its value, once");
    }

    void showWhoLosesAccess(Scene scene) throws Exception {
        var holders = state.keyHolders();
        var losing = scene.ask(
                Request.of("ask", "the decision engine about " + holders.size() + " identities that hold a key"),
                () -> losing(holders),
                found -> found.size() + " would lose access");
        scene.show(losing.entrySet().stream()
                .map(entry -> new Fact(
                        holders.getOrDefault(entry.getKey(), "?"), entry.getKey() + " loses " + entry.getValue()))
                .toList());
        var me = robot.demand().iamId();
        for (IamId identity : losing.keySet()) {
            if (!identity.equals(me)) {
                scene.ask(
                        Request.of("grant", "Reader and Writer in us-south to the holder of " + holders.get(identity)),
                        () -> keepAccess(identity),
                        policy -> "policy " + policy.id() + ": keeps access when enforcement starts");
            }
        }
        scene.say("The robot is left out on purpose: it will get exactly what it needs.");
    }

    private Map<IamId, String> losing(Map<IamId, String> holders) {
        var losing = new LinkedHashMap<IamId, String>();
        for (String action : List.of(Places.PULL, Places.PUSH)) {
            var word = action.substring(action.lastIndexOf('.') + 1);
            state.losing(holders.keySet(), action, HOME)
                    .forEach(deny -> losing.merge(IamId.of(deny.request().subject()), word, (a, b) -> a + " and " + b));
        }
        return losing;
    }

    private Policy keepAccess(IamId colleague) {
        var policies = new PolicyClient(environment.cloud()).policies();
        var account = state.account();
        // tag::way-back[]
        var policy = policies.ensure(grant(READER, WRITER)
                .to(colleague)
                .on(containerRegistry(account).region("us-south"))
                .because("registry workshop: keeps access when enforcement starts"));
        // end::way-back[]
        return policy;
    }

    void pushImage(Scene scene) throws Exception {
        for (Places.Namespace place : Places.ALL) {
            scene.ask(
                    Request.of("create", place.region() + "  namespace " + place.name()),
                    () -> {
                        var registry = state.registry(place.region());
                        var name = place.name();
                        // tag::push-image[]
                        var namespace = registry.namespaces().create(name);
                        // end::push-image[]
                        return namespace;
                    },
                    created -> created.name());
        }
        var layout = new OciLayout(leftovers.folder());
        var image = scene.ask(
                Request.of("build", "hello-world:3.6 as an OCI layout"),
                () -> {
                    layout.write(HelloWorld.version("3.6"), "3.6");
                    return layout.read("3.6");
                },
                built -> built.manifest().digest().brief() + "…, " + built.size() + " bytes in "
                        + built.layers().size() + " layer");
        push(scene, HOME, image, IMAGE);
        push(scene, HOME, image, OTHER_IMAGE);
        push(scene, ABROAD, image, IMAGE);
    }

    private void push(Scene scene, Region region, OciImage image, ImageName name) throws Exception {
        scene.ask(
                Request.of("push", region + "  " + name).as("the account owner"),
                () -> environment
                        .registry(region)
                        .login("iamapikey", environment.ownerKey())
                        .push(image, name),
                digest -> digest.brief() + "…");
    }

    void pullWithoutPolicies(Scene scene) throws Exception {
        work.login(scene, HOME);
        work.pull(scene, HOME, IMAGE);
        scene.say("It works, though no policy names the robot: enforcement is off, so every identity of the account may"
                + " do everything in this registry.");
    }

    void enforce(Scene scene) throws Exception {
        var registry = state.registry(HOME);
        scene.ask(
                Request.of("enable", "us-south  IAM policy enforcement"),
                () -> {
                    // tag::enforce[]
                    registry.enforcement().enable();
                    // end::enforce[]
                    return registry.enforcement().get();
                },
                now -> "IAM policy enforcement is " + (now.enforcesPolicies() ? "enabled" : "disabled"));
        scene.refused(Request.of("disable", "us-south  IAM policy enforcement"), () -> {
            registry.enforcement().update(change -> change.iamAuthz(false));
            return registry;
        });
        scene.say("The switch goes one way. Whoever has no policy has no access now.");
    }

    void pullDenied(Scene scene) throws Exception {
        work.deniedPull(scene, HOME, IMAGE);
    }

    void recapAndCleanUp(Scene scene) {
        scene.say(
                "The robot could pull from one namespace in one region, and nothing else; it could push only while a policy"
                        + " said Writer; without a policy it can do nothing. Enforcement stays on: it can't be switched off.");
        scene.cleanUp();
    }

    CleanUp<ServiceId> robotCleanUp() {
        return robot.cleanUp();
    }

    CleanUp<ApiKey> keyCleanUp() {
        return robot.keyCleanUp();
    }

    CleanUp<?> policyCleanUp() {
        return leftovers.policies();
    }

    CleanUp<?> namespaceCleanUp() {
        return leftovers.namespaces();
    }

    CleanUp<?> layoutCleanUp() {
        return leftovers.layout();
    }
}
