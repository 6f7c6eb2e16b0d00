package io.lanyard.workshop.labs;

import io.lanyard.workshop.engine.Lab;
import java.util.List;

/** Labs: writes a lab for a place. */
public interface LabSource {

    /**
     * Writes the lab.
     *
     * @param environment where it will be played
     * @return the lab; nothing has happened yet
     */
    Lab in(LabEnvironment environment);

    /**
     * Tells what the lab is about, without a place to play it in.
     *
     * @return the lab; it can be described, but not played
     */
    default Lab outline() {
        return in(new Nowhere());
    }

    /**
     * Says where the lab is played, and in which state that place is.
     *
     * @param environment where it will be played
     * @return a few words each
     */
    default List<String> facts(LabEnvironment environment) {
        return environment.facts();
    }
}
