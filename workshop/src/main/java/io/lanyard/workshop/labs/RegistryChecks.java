package io.lanyard.workshop.labs;

import static io.lanyard.workshop.labs.Places.ABROAD;
import static io.lanyard.workshop.labs.Places.HOME;
import static io.lanyard.workshop.labs.Places.IMAGE;
import static io.lanyard.workshop.labs.Places.OTHER_IMAGE;
import static io.lanyard.workshop.labs.Places.ROBOTS_IMAGE;

import io.lanyard.identity.IdentityClient;
import io.lanyard.registry.Region;
import io.lanyard.workshop.engine.Verdict;
import io.lanyard.workshop.oci.ImageName;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.function.Function;

/** Labs: what must hold after each step of the registry lab. A check whose step is behind already says so. */
final class RegistryChecks {
    private static final Verdict NO_ROBOT = Verdict.notRun("there is no service ID " + Robot.NAME + " yet");
    private static final Verdict NO_KEY = Verdict.notRun(
            "its key is not known here: set " + RealAccount.ROBOT_KEY + " to it, so that a pull can be tried");

    private final LabEnvironment environment;
    private final Robot robot;
    private final RegistryState state;

    RegistryChecks(LabEnvironment environment, Robot robot, RegistryState state) {
        this.environment = environment;
        this.robot = robot;
        this.state = state;
    }

    Verdict robotIsThere() {
        return Verdict.when(robot.find().isPresent(), "no service ID has this name", "create " + Robot.NAME);
    }

    Verdict keyWorks() {
        var found = robot.find();
        if (found.isEmpty()) {
            return NO_ROBOT;
        }
        if (robot.key().isEmpty()) {
            return NO_KEY;
        }
        var holder = new IdentityClient(environment.cloud())
                .tokens()
                .exchange(robot.demandKey())
                .claims()
                .iamId();
        return Verdict.when(
                holder.equals(found.get().iamId()),
                "the key belongs to " + holder,
                "create the key for the service ID, not for yourself");
    }

    Verdict nobodyIsLockedOut() {
        var others = new LinkedHashSet<>(state.keyHolders().keySet());
        robot.find().ifPresent(found -> others.remove(found.iamId()));
        if (others.isEmpty()) {
            return Verdict.pass();
        }
        var losing = new LinkedHashSet<String>();
        state.losing(others, Places.PULL, HOME)
                .forEach(deny -> losing.add(deny.request().subject()));
        state.losing(others, Places.PUSH, HOME)
                .forEach(deny -> losing.add(deny.request().subject()));
        return Verdict.when(
                losing.isEmpty(),
                String.join(", ", losing) + " would lose pull or push",
                "grant Reader and Writer on the registry in us-south to whoever shall keep access");
    }

    Verdict imageIsThere() {
        return has(HOME, IMAGE);
    }

    Verdict copiesAreThere() {
        var first = has(HOME, OTHER_IMAGE);
        return first instanceof Verdict.Pass ? has(ABROAD, IMAGE) : first;
    }

    Verdict pullsWithoutPolicies() {
        if (state.isEnforced(HOME)) {
            return Verdict.notDue("enforcement is on already, so this step is behind you");
        }
        return pulls(HOME, IMAGE);
    }

    Verdict isEnforced() {
        return Verdict.when(
                state.isEnforced(HOME), "enforcement is off in us-south", "enable IAM policy enforcement there");
    }

    Verdict pullIsDenied() {
        if (hasPolicy() || robotHasPushed()) {
            return Verdict.notDue("access was granted already, so this step is behind you");
        }
        return denies(HOME, IMAGE);
    }

    Verdict readerCanPull() {
        return behindGrant().orElseGet(() -> pulls(HOME, IMAGE));
    }

    Verdict otherNamespaceIsDenied() {
        return behindGrant().orElseGet(() -> denies(HOME, OTHER_IMAGE));
    }

    Verdict otherRegionIsDenied() {
        return behindGrant().orElseGet(() -> denies(ABROAD, IMAGE));
    }

    Verdict robotsImageIsThere() {
        return has(HOME, ROBOTS_IMAGE);
    }

    Verdict noPolicyIsLeft() {
        if (robot.find().isEmpty()) {
            return NO_ROBOT;
        }
        return Verdict.when(!hasPolicy(), "a policy still names the service ID", "remove its policies");
    }

    Verdict pullIsDeniedAgain() {
        return denies(HOME, IMAGE);
    }

    Verdict nothingIsLeft() {
        if (robot.find().isPresent()) {
            return Verdict.fail("the service ID " + Robot.NAME + " is still there", "delete it; its key goes with it");
        }
        for (Places.Namespace place : Places.ALL) {
            if (state.hasNamespace(place)) {
                return Verdict.fail(
                        "the namespace " + place.name() + " in " + place.region() + " is still there", "delete it");
            }
        }
        boolean policy = state.policies().stream()
                .anyMatch(found -> found.description().orElse("").startsWith(Places.MARK));
        return Verdict.when(!policy, "a policy of the lab is still there", "remove it");
    }

    private Verdict has(Region region, ImageName image) {
        return Verdict.when(
                state.hasImage(region, image),
                "there is no " + image + " in " + region,
                "push it there as the account owner");
    }

    private Verdict pulls(Region region, ImageName image) {
        return tried(
                region,
                image,
                refused -> Verdict.when(
                        refused.isEmpty(),
                        "the registry says: " + refused.orElse(""),
                        "grant Reader on namespace my_namespace in us-south to " + Robot.NAME));
    }

    private Verdict denies(Region region, ImageName image) {
        return tried(
                region,
                image,
                refused -> Verdict.when(
                        refused.isPresent(),
                        Robot.NAME + " can pull " + image + " from " + region,
                        "look for a policy that grants more than it should: another namespace, all regions, all services"));
    }

    private Verdict tried(Region region, ImageName image, Function<Optional<String>, Verdict> verdict) {
        if (robot.find().isEmpty()) {
            return NO_ROBOT;
        }
        if (robot.key().isEmpty()) {
            return NO_KEY;
        }
        return verdict.apply(state.refusesToPull(region, image).map(refusal -> refusal.sentence()));
    }

    /** The step that takes the grant away again leaves an image of the robot. */
    private Optional<Verdict> behindGrant() {
        return robotHasPushed() && !hasPolicy()
                ? Optional.of(Verdict.notDue("the grant was taken away again, so this step is behind you"))
                : Optional.empty();
    }

    private boolean robotHasPushed() {
        return state.hasNamespace(Places.ALL.get(0)) && state.hasImage(HOME, ROBOTS_IMAGE);
    }

    private boolean hasPolicy() {
        return robot.find()
                .map(found -> !state.policiesOf(found.iamId()).isEmpty())
                .orElse(false);
    }
}
