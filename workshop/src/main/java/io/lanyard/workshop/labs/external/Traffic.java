package io.lanyard.workshop.labs.external;

import io.lanyard.identity.IdentityClient;
import io.lanyard.workshop.engine.Request;
import io.lanyard.workshop.engine.Scene;
import io.lanyard.workshop.labs.LabEnvironment;
import java.time.Duration;
import java.util.Set;

/** External: what comes in on ordinary days. The same days bring the same visitors in each run. */
final class Traffic {
    static final int DAYS = 30;

    private static final int WEEK = 7;
    private static final Set<Integer> STRANGERS_DAYS = Set.of(3, 16, 27);

    private final LabEnvironment environment;
    private final Guests guests;
    private final Pipe pipe;

    Traffic(LabEnvironment environment, Guests guests, Pipe pipe) {
        this.environment = environment;
        this.guests = guests;
        this.pipe = pipe;
    }

    /** Everybody comes once, and is shown. */
    void once(Scene scene) throws Exception {
        guests.robotPulls(scene);
        guests.consultantLooks(scene);
        guests.strangerPulls(scene);
    }

    /** The clock is turned day by day, and each day brings its visitors. */
    void thirtyDays(Scene scene) throws Exception {
        scene.ask(
                Request.of("turn", "the sandbox clock, day by day, while work goes on"),
                () -> {
                    int visits = 0;
                    for (int day = 1; day <= DAYS; day++) {
                        environment.advance(Duration.ofDays(1));
                        visits += visitsOf(day);
                    }
                    environment.advance(Duration.ofHours(1)); // what came before these days is out of sight now
                    return visits;
                },
                visits -> DAYS + " days, " + visits + " visits from inside and outside, nobody was kept out");
    }

    private int visitsOf(int day) {
        int visits = 2;
        new IdentityClient(environment.cloud())
                .accountSettings()
                .get(environment.cloud().requireAccount());
        guests.robotPulls();
        if (day % WEEK == 2 || day % WEEK == 4) {
            guests.consultantLooks();
            visits++;
        }
        if (STRANGERS_DAYS.contains(day)) {
            guests.strangerPulls();
            visits++;
        }
        if (day % WEEK == 0) {
            pipe.deliver();
        }
        return visits;
    }
}
