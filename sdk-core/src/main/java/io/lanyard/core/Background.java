package io.lanyard.core;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/** Core: a blocking call as a future whose cancellation reaches the thread that makes the call. */
final class Background<T> extends CompletableFuture<T> {

    private final FutureTask<Void> task;

    private Background(Callable<T> call) {
        this.task = new FutureTask<>(() -> settle(call), null);
    }

    static <T> CompletableFuture<T> run(Callable<T> call, Executor executor) {
        var future = new Background<>(call);
        executor.execute(future.task);
        return future;
    }

    @SuppressWarnings("CatchAndPrintStackTrace")
    private void settle(Callable<T> call) {
        try {
            complete(call.call());
        } catch (Throwable e) { // whatever it is, it belongs to whoever waits for the future
            completeExceptionally(e);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            task.cancel(true);
        }
        return cancelled;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
