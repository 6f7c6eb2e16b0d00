package io.lanyard.workshop.terminal;

import java.io.PrintWriter;

/**
 * Terminal: one line about anything that takes more than a second. On a terminal it is drawn over and goes away; elsewhere it is
 * said once, and then every ten seconds.
 */
final class Progress {
    private static final String ERASE = "\r\u001b[K";
    private static final int SAY_AGAIN = 10;

    private final PrintWriter out;
    private final Look look;
    private final Ticker ticker;
    private Runnable stop = () -> {};
    private String what = "";
    private int seconds;
    private boolean drawn;

    Progress(PrintWriter out, Look look, Ticker ticker) {
        this.out = out;
        this.look = look;
        this.ticker = ticker;
    }

    synchronized void begin(String activity) {
        end();
        what = activity;
        seconds = 0;
        stop = ticker.everySecond(this::tick);
    }

    synchronized void end() {
        stop.run();
        stop = () -> {};
        what = "";
        erase();
    }

    /** Clears the way for a line that comes while the activity goes on. */
    synchronized void erase() {
        if (drawn) {
            out.print(ERASE);
            out.flush();
            drawn = false;
        }
    }

    private synchronized void tick() {
        if (what.isEmpty()) {
            return;
        }
        seconds++;
        var line = "     " + look.text("… still at it: ") + what + " (" + seconds + " s)";
        if (look == Look.RICH) {
            out.print(ERASE + look.faint(line.substring(0, Math.min(line.length(), Columns.WIDTH - 1))));
            drawn = true;
        } else if (seconds == 1 || seconds % SAY_AGAIN == 0) {
            out.println(line);
        }
        out.flush();
    }
}
