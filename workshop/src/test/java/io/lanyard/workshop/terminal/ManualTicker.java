package io.lanyard.workshop.terminal;

/** Test support: a second is over when the test says so. */
final class ManualTicker implements Ticker {
    private Runnable task = () -> {};

    @Override
    public Runnable everySecond(Runnable what) {
        task = what;
        return () -> task = () -> {};
    }

    void secondsPass(int count) {
        for (int i = 0; i < count; i++) {
            task.run();
        }
    }

    @Override
    public void close() {
        task = () -> {};
    }
}
