package io.lanyard.workshop.labs;

import io.lanyard.core.Secret;
import io.lanyard.registry.Region;
import io.lanyard.workshop.engine.Refusal;
import io.lanyard.workshop.engine.Request;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.oci.ImageName;
import io.lanyard.workshop.oci.OciImage;
import io.lanyard.workshop.oci.OciRegistry;
import io.lanyard.workshop.oci.RegistrySession;
import java.util.LinkedHashMap;
import java.util.Map;

/** Labs: the robot at the registry: it logs in, pulls, and is denied, and each denial is explained. */
final class RobotAtWork {
    private final LabEnvironment environment;
    private final Robot robot;
    private final Map<Region, RegistrySession> sessions = new LinkedHashMap<>();

    RobotAtWork(LabEnvironment environment, Robot robot) {
        this.environment = environment;
        this.robot = robot;
    }

    void login(Scene scene, Region region) throws Exception {
        sessions.put(
                region,
                scene.ask(
                        Request.of("log in", region + "  user iamapikey").as(Robot.NAME),
                        () -> login(environment.registry(region), robot.demandKey()),
                        session -> "Login Succeeded"));
    }

    private static RegistrySession login(OciRegistry registry, Secret key) {
        // tag::log-in[]
        var session = registry.login("iamapikey", key);
        // end::log-in[]
        return session;
    }

    private static OciImage pull(RegistrySession session, ImageName image) {
        // tag::pull-unenforced[]
        var pulled = session.pull(image);
        // end::pull-unenforced[]
        return pulled;
    }

    void pull(Scene scene, Region region, ImageName image) throws Exception {
        scene.ask(
                Request.of("pull", region + "  " + image).as(Robot.NAME),
                () -> pull(session(region), image),
                RobotAtWork::pulled);
    }

    void deniedPull(Scene scene, Region region, ImageName image) throws Exception {
        explain(
                scene,
                scene.refused(
                        Request.of("pull", region + "  " + image).as(Robot.NAME), () -> pull(session(region), image)));
    }

    static String pulled(OciImage image) {
        return image.manifest().digest().brief() + "…, " + image.size() + " bytes";
    }

    void explain(Scene scene, Refusal refusal) {
        Denials.explain(environment, scene, refusal);
    }

    RegistrySession session(Region region) {
        var session = sessions.get(region);
        if (session == null) {
            session = environment.registry(region).login("iamapikey", robot.demandKey());
            sessions.put(region, session);
        }
        return session;
    }
}
