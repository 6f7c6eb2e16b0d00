package io.lanyard.workshop.labs.external;

import static io.lanyard.policy.Grant.grant;
import static io.lanyard.policy.RoleId.READER;
import static io.lanyard.policy.RoleId.VIEWER;
import static io.lanyard.policy.Targets.containerRegistry;
import static io.lanyard.policy.Targets.service;
import static io.lanyard.workshop.labs.external.Names.IMAGE;
import static io.lanyard.workshop.labs.external.Names.SHELF;

import io.lanyard.core.AccountId;
import io.lanyard.core.IamId;
import io.lanyard.core.Secret;
import io.lanyard.identity.IdentityClient;
import io.lanyard.identity.IdentitySettings;
import io.lanyard.identity.ServiceId;
import io.lanyard.policy.Policies;
import io.lanyard.policy.Policy;
import io.lanyard.policy.PolicyClient;
import io.lanyard.workshop.engine.CleanUp;
import io.lanyard.workshop.engine.Refusal;
import io.lanyard.workshop.engine.Request;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.engine.UnexpectedStateException;
import io.lanyard.workshop.labs.LabEnvironment;
import io.lanyard.workshop.labs.OwnServiceId;
import io.lanyard.workshop.oci.HelloWorld;
import io.lanyard.workshop.oci.OciImage;
import java.util.List;
import java.util.Optional;

/** External: those who come from outside: a partner's robot, a consultant, and somebody whom nobody knows. */
final class Guests {
    private final LabEnvironment environment;
    private Optional<OwnServiceId> robot = Optional.empty();

    Guests(LabEnvironment environment) {
        this.environment = environment;
    }

    /** The partner's robot lives in the partner's account. */
    OwnServiceId robot() {
        if (robot.isEmpty()) {
            robot = Optional.of(new OwnServiceId(partnersHome(), Names.ROBOT, Names.ROBOT_KEY));
        }
        return robot.get();
    }

    CleanUp<ServiceId> robotCleanUp() {
        return new CleanUp<>(
                "service ID",
                () -> robot().cleanUp().search().find(),
                found -> robot().cleanUp().removal().remove(found));
    }

    ServiceId createRobot() {
        var identity = new IdentityClient(partnersHome().cloud());
        var partner = partner();
        // tag::partners-robot[]
        var robot = identity.serviceIds().create(partner, "partner-ci", s -> s.description("builds on your images"));
        var key = identity.apiKeys().create(robot.iamId(), "partner-ci-key", k -> k.account(partner));
        // end::partners-robot[]
        robot().keep(key);
        return robot;
    }

    /** The partner's account, whose owner works for us, too. */
    LabEnvironment partnersHome() {
        return environment
                .partner()
                .orElseThrow(
                        () -> new UnexpectedStateException(
                                "the partner's account is not known here: set"
                                        + " LANYARD_PARTNER_API_KEY and LANYARD_PARTNER_ACCOUNT_ID, as './lanyard sandbox' prints them"));
    }

    /** The account of the partner's partner. */
    LabEnvironment strangersHome() {
        return partnersHome()
                .partner()
                .orElseThrow(() -> new UnexpectedStateException("only the embedded sandbox has a third account"));
    }

    AccountId partner() {
        return partnersHome().cloud().requireAccount();
    }

    AccountId stranger() {
        return strangersHome().cloud().requireAccount();
    }

    Secret consultantsKey() {
        return partnersHome().ownerKey();
    }

    List<Policy> letIn() {
        return List.of(letTheRobotPull(), letTheConsultantLook(), letTheStrangerPull());
    }

    private Policy letTheRobotPull() {
        var policies = policies();
        var account = environment.cloud().requireAccount();
        var robot = robot().demand();
        // tag::let-robot-in[]
        var policy = policies.create(grant(READER)
                .to(robot.iamId()) // a service ID of another account
                .on(containerRegistry(account).region("eu-gb").namespace("shared_images"))
                .because("external identities lab: the partner's CI builds on our base image"));
        // end::let-robot-in[]
        return policy;
    }

    private Policy letTheConsultantLook() {
        var account = environment.cloud().requireAccount();
        return policies()
                .create(grant(VIEWER)
                        .to(ownerOf(partnersHome()))
                        .on(service("iam-identity", account))
                        .because(Names.MARK + "the consultant reviews our IAM settings"));
    }

    private Policy letTheStrangerPull() {
        var account = environment.cloud().requireAccount();
        return policies()
                .create(grant(READER)
                        .to(ownerOf(strangersHome()))
                        .on(containerRegistry(account).region(SHELF.value()).namespace(Names.NAMESPACE))
                        .because(Names.MARK + "a project that ended long ago"));
    }

    IamId ownerOf(LabEnvironment home) {
        return new IdentityClient(home.cloud())
                .tokens()
                .exchange(home.ownerKey())
                .claims()
                .iamId();
    }

    void robotPulls(Scene scene) throws Exception {
        scene.ask(
                Request.of("pull", SHELF + "  " + IMAGE).as(Names.ROBOT + " of the partner"),
                this::robotPulls,
                Guests::pulled);
    }

    OciImage robotPulls() {
        return pull(robot().demandKey());
    }

    /** It may read. Writing is denied by the policies, and that has nothing to do with where it comes from. */
    Refusal robotIsDeniedToPush(Scene scene) throws Exception {
        return scene.refused(
                Request.of("push", SHELF + "  " + IMAGE.tagged("1.1")).as(Names.ROBOT + " of the partner"),
                () -> environment
                        .registry(SHELF)
                        .login("iamapikey", robot().demandKey())
                        .push(HelloWorld.version("1.1"), IMAGE.tagged("1.1")));
    }

    void consultantLooks(Scene scene) throws Exception {
        scene.ask(
                Request.of("read", "the account's IAM settings").as(Names.CONSULTANT),
                this::consultantLooks,
                settings -> "settings of account " + settings.accountId());
    }

    IdentitySettings consultantLooks() {
        var account = environment.cloud().requireAccount();
        var key = consultantsKey();
        var cloud = environment.as(key); // made in her own account, and so are her tokens
        return new IdentityClient(cloud).accountSettings().get(account).value();
    }

    void strangerPulls(Scene scene) throws Exception {
        scene.ask(strangersRequest(), this::strangerPulls, Guests::pulled);
    }

    Refusal strangerIsDenied(Scene scene) throws Exception {
        return scene.refused(strangersRequest(), this::strangerPulls);
    }

    OciImage strangerPulls() {
        return pull(strangersHome().ownerKey());
    }

    private static Request strangersRequest() {
        return Request.of("pull", SHELF + "  " + IMAGE).as(Names.STRANGER);
    }

    private OciImage pull(Secret key) {
        return environment.registry(SHELF).login("iamapikey", key).pull(IMAGE);
    }

    private static String pulled(OciImage image) {
        return image.manifest().digest().brief() + "…, " + image.size() + " bytes";
    }

    private Policies policies() {
        return new PolicyClient(environment.cloud()).policies();
    }
}
