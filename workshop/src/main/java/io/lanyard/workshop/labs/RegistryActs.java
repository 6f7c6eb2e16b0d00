package io.lanyard.workshop.labs;

import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.RoleId.READER;
import static io.lanyard.policy.RoleId.WRITER;
import static io.lanyard.policy.Targets.containerRegistry;
import static io.lanyard.workshop.labs.Places.ABROAD;
import static io.lanyard.workshop.labs.Places.HOME;
import static io.lanyard.workshop.labs.Places.IMAGE;
import static io.lanyard.workshop.labs.Places.OTHER_IMAGE;
import static io.lanyard.workshop.labs.Places.ROBOTS_IMAGE;

import io.lanyard.core.IamId;
import io.lanyard.identity.ApiKey;
import io.lanyard.identity.ServiceId;
import io.lanyard.policy.Policies;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyClient;
import io.lanyard.registry.Region;
import io.lanyard.workshop.engine.CleanUp;
import io.lanyard.workshop.engine.Refusal;
import io.lanyard.workshop.engine.Request;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.engine.Scene.Fact;
import io.lanyard.workshop.engine.UnexpectedStateException;
import io.lanyard.workshop.oci.Access;
import io.lanyard.workshop.oci.HelloWorld;
import io.lanyard.workshop.oci.ImageName;
import io.lanyard.workshop.oci.OciImage;
import io.lanyard.workshop.oci.OciLayout;
import io.lanyard.workshop.oci.RegistrySession;
import io.lanyard.workshop.oci.RegistryToken;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Labs: what the steps of the registry lab do. */
final class RegistryActs {
    private final LabEnvironment environment;
    private final Robot robot;
    private final RegistryState state;
    private final Leftovers leftovers;
    private final Map<Region, RegistrySession> sessions = new LinkedHashMap<>();

    RegistryActs(LabEnvironment environment, Robot robot, RegistryState state) {
        this.environment = environment;
        this.robot = robot;
        this.state = state;
        this.leftovers = new Leftovers(environment, state);
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
        login(scene, HOME);
        pull(scene, HOME, IMAGE);
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
        deniedPull(scene, HOME, IMAGE);
    }

    void grantReader(Scene scene) throws Exception {
        var id = robot.demand().iamId();
        scene.ask(
                Request.of("grant", "Reader on namespace my_namespace in us-south to " + Robot.NAME),
                () -> grantReader(id),
                policy -> "policy " + policy.id());
        pull(scene, HOME, IMAGE);
        deniedPull(scene, HOME, OTHER_IMAGE);
        login(scene, ABROAD);
        deniedPull(scene, ABROAD, IMAGE);
    }

    private Policy grantReader(IamId robot) {
        var policies = policies();
        var account = state.account();
        // tag::grant-reader[]
        var policy = policies.create(grant(READER)
                .to(robot)
                .on(containerRegistry(account).region("us-south").namespace("my_namespace"))
                .because("registry workshop: the robot pulls"));
        // end::grant-reader[]
        return policy;
    }

    void grantWriter(Scene scene) throws Exception {
        var session = session(HOME);
        var image = HelloWorld.version("3.7");
        var request = Request.of("push", HOME + "  " + ROBOTS_IMAGE).as(Robot.NAME);
        explain(scene, scene.refused(request, () -> session.push(image, ROBOTS_IMAGE)));

        var policy = onlyPolicy();
        scene.ask(
                Request.of("grant", "Writer as well, in the same policy"),
                () -> addWriter(policy),
                changed -> "policy " + changed.id() + ": Reader, Writer");
        scene.ask(request, () -> session.push(image, ROBOTS_IMAGE), digest -> digest.brief() + "…");

        var earlier = scene.ask(
                Request.of("token", "to pull, for later").as(Robot.NAME),
                () -> session.token(IMAGE, Access.PULL),
                token -> "good for " + token.lifetime().toSeconds() + " seconds");
        scene.ask(
                Request.of("remove", "the policy"),
                () -> {
                    policies().delete(policy.id());
                    return policy;
                },
                removed -> "policy " + removed.id() + " is gone");
        deniedPull(scene, HOME, IMAGE);
        pullWithEarlierToken(scene, session, earlier);
    }

    private Policy addWriter(Policy policy) {
        var policies = policies();
        // tag::grant-writer[]
        var changed = policies.update(policy.id(), p -> p.withRoles(READER, WRITER));
        // end::grant-writer[]
        return changed;
    }

    private void pullWithEarlierToken(Scene scene, RegistrySession session, RegistryToken earlier) throws Exception {
        var request = Request.of("pull", HOME + "  " + IMAGE).as(Robot.NAME + ", with the earlier token");
        scene.ask(request, () -> session.pull(IMAGE, earlier), RegistryActs::pulled);
        scene.say("The token was issued before the policy went, and keeps what it says until it expires.");
        scene.ask(
                Request.of("turn", "the sandbox clock past the end of the token"),
                () -> {
                    environment.advance(earlier.lifetime().plus(Duration.ofSeconds(1)));
                    return earlier.lifetime();
                },
                lifetime -> (lifetime.toSeconds() + 1) + " seconds later");
        scene.refused(request, () -> session.pull(IMAGE, earlier));
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

    private void login(Scene scene, Region region) throws Exception {
        sessions.put(
                region,
                scene.ask(
                        Request.of("log in", region + "  user iamapikey, password: the key")
                                .as(Robot.NAME),
                        () -> environment.registry(region).login("iamapikey", robot.demandKey()),
                        session -> "Login Succeeded"));
    }

    private void pull(Scene scene, Region region, ImageName image) throws Exception {
        scene.ask(
                Request.of("pull", region + "  " + image).as(Robot.NAME),
                () -> session(region).pull(image),
                RegistryActs::pulled);
    }

    private void deniedPull(Scene scene, Region region, ImageName image) throws Exception {
        explain(
                scene,
                scene.refused(
                        Request.of("pull", region + "  " + image).as(Robot.NAME),
                        () -> session(region).pull(image)));
    }

    private static String pulled(OciImage image) {
        return image.manifest().digest().brief() + "…, " + image.size() + " bytes";
    }

    private void explain(Scene scene, Refusal refusal) {
        scene.explain(environment
                .why(refusal)
                .orElseThrow(
                        () -> new UnexpectedStateException("the registry refused for a reason that is no decision: "
                                + refusal.status() + " " + refusal.sentence())));
    }

    private RegistrySession session(Region region) {
        var session = sessions.get(region);
        if (session == null) {
            session = environment.registry(region).login("iamapikey", robot.demandKey());
            sessions.put(region, session);
        }
        return session;
    }

    private Policy onlyPolicy() {
        var found = state.policiesOf(robot.demand().iamId());
        if (found.size() != 1) {
            throw new UnexpectedStateException(
                    "there should be one policy for " + Robot.NAME + ", but there are " + found.size());
        }
        return found.get(0);
    }

    private Policies policies() {
        return new PolicyClient(environment.cloud()).policies();
    }
}
