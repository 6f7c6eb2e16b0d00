package io.lanyard.benchmarks;

import java.io.IOException;

/** A whole process: get a token, list a hundred policies, end. Through the floor. */
public final class ColdStartFloor {

    private ColdStartFloor() {}

    /**
     * Lists once.
     *
     * @param args the server's URL
     * @throws IOException when a call fails
     */
    public static void main(String[] args) throws IOException {
        Floor floor = new Floor(args[0]);
        int seen = floor.list().policies().size();
        floor.close();
        if (seen != 100) {
            throw new IllegalStateException("saw " + seen + " policies");
        }
    }
}
