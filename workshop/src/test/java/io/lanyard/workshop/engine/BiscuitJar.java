package io.lanyard.workshop.engine;

import io.lanyard.workshop.engine.Lab.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Test support: a lab that needs no cloud. Its biscuits can be locked away, and one can break the jar on purpose. */
public final class BiscuitJar {
    /** What is in the jar. */
    public final List<String> biscuits = new ArrayList<>();

    private boolean locked;
    private boolean broken;
    private boolean sticky;

    /** Makes every call fail from now on. */
    public BiscuitJar breaks() {
        broken = true;
        return this;
    }

    /** Makes biscuits stick to the jar when they are cleaned up. */
    public BiscuitJar isSticky() {
        sticky = true;
        return this;
    }

    /** The lab with two steps, the second of which shows a denial. */
    public Lab lab() {
        return lab(scene -> takeWhileLocked(scene));
    }

    /** The lab with another second step. */
    public Lab lab(Act second) {
        var bake = Step.of(
                "bake",
                "Put a biscuit into the jar",
                s -> s.why("A jar without a biscuit has nothing that anybody could be denied.")
                        .minutes(2)
                        .leaves(new CleanUp<>("biscuit", () -> List.copyOf(biscuits), this::remove))
                        .does(scene -> scene.ask(
                                Request.of("put", "one ginger biscuit"),
                                () -> put("ginger"),
                                name -> name + " is in the jar"))
                        .checks(
                                "the ginger biscuit is in the jar",
                                () -> Verdict.when(biscuits.contains("ginger"), "the jar is empty", "bake again"))
                        .hints("What is in an empty jar?", "Look at put.", "put(\"ginger\")"));
        var deny = Step.of(
                "deny",
                "Try to take it while the jar is locked",
                s -> s.why("A lock is a policy.")
                        .minutes(3)
                        .does(second)
                        .checks(
                                "the biscuit is still there",
                                () -> Verdict.when(biscuits.size() == 1, "it is gone", "put it back"))
                        .checks("the jar is locked", () -> Verdict.when(locked, "the lid is open", "lock it"))
                        .hints("Who may open it?", "Look at the lock.", "take()"));
        return new Lab(
                "biscuits",
                "Securing access to your biscuits",
                "You can lock a jar.",
                Reach.OWN_THINGS,
                List.of(bake, deny));
    }

    private void takeWhileLocked(Scene scene) throws Exception {
        locked = true;
        scene.say("From now on nobody gets anything.");
        scene.refused(Request.of("take", "the ginger biscuit").as("child"), this::take);
        scene.explain(new Explanation(
                "may child do jar.biscuit.take on ginger?",
                "Deny",
                List.of("0 policies name this child or a group that it is in"),
                List.of("ask a grown-up for the role Reader on exactly this jar, and on no other jar in the kitchen")));
    }

    String put(String name) {
        fail();
        biscuits.add(name);
        return name;
    }

    String take() {
        fail();
        if (locked) {
            throw new Locked();
        }
        return biscuits.remove(0);
    }

    private void remove(String name) {
        if (!sticky) {
            biscuits.remove(name);
        }
    }

    private void fail() {
        if (broken) {
            throw new IllegalStateException("the jar is in pieces");
        }
    }

    /** How exceptions of this jar are read. */
    public static Troubles troubles() {
        return new Troubles() {
            @Override
            public Optional<Refusal> refusal(Exception exception) {
                return exception instanceof Locked
                        ? Optional.of(new Refusal(403, "denied: The jar is locked.", "t-1"))
                        : Optional.empty();
            }

            @Override
            public String sentence(Exception exception) {
                return exception.getMessage() + "; get a new one";
            }
        };
    }

    private static final class Locked extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
