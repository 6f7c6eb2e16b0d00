package io.lanyard.audit;

import com.google.gson.JsonElement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Audit: how far a query in the background is.
 *
 * @param state       how far
 * @param submittedAt when it was asked
 * @param runningSince since when it has been worked on
 * @param terminatedAt when it ended
 * @param failure     why it failed, if it did
 * @param bytesScanned how many bytes it has looked through, as far as the service says so
 * @param warnings    what the service has to say about it
 */
public record BackgroundStatus(
        State state,
        Instant submittedAt,
        Optional<Instant> runningSince,
        Optional<Instant> terminatedAt,
        Optional<String> failure,
        long bytesScanned,
        List<QueryWarning> warnings) {

    /** Copies the list. */
    public BackgroundStatus {
        warnings = List.copyOf(warnings);
    }

    /** Audit: how far a query in the background is. */
    public enum State {
        /** It waits for its turn. */
        WAITING,
        /** It is being worked on. */
        RUNNING,
        /** Its results can be read. */
        SUCCEEDED,
        /** It failed. */
        FAILED,
        /** It was cancelled. */
        CANCELLED,
        /** The service says something else. */
        UNKNOWN
    }

    /** {@return whether it ended, one way or the other} */
    public boolean isOver() {
        return state == State.SUCCEEDED || state == State.FAILED || state == State.CANCELLED;
    }

    /** What the service answers: one of three objects, the last of them again one of three. */
    record Wire(
            Instant submittedAt,
            Optional<JsonElement> waitingForExecution,
            Optional<Running> running,
            Optional<Terminated> terminated,
            List<Metadata> metadata,
            List<JsonElement> warnings) {

        BackgroundStatus status() {
            return new BackgroundStatus(
                    state(),
                    submittedAt,
                    terminated.flatMap(Terminated::runningSince).or(() -> running.flatMap(Running::runningSince)),
                    terminated.flatMap(Terminated::terminatedAt),
                    terminated.flatMap(Terminated::failure),
                    metadata.stream()
                            .flatMap(part -> part.statistics().stream())
                            .mapToLong(Statistics::bytesScanned)
                            .sum(),
                    warnings.stream().map(QueryWarning::of).toList());
        }

        private State state() {
            return terminated
                    .map(Terminated::state)
                    .orElseGet(() -> running.isPresent()
                            ? State.RUNNING
                            : waitingForExecution.isPresent() ? State.WAITING : State.UNKNOWN);
        }
    }

    record Metadata(Optional<Statistics> statistics) {}

    /** The API writes the number as text. */
    record Statistics(long bytesScanned) {}

    record Running(Optional<Instant> runningSince) {}

    record Terminated(
            Optional<Instant> runningSince,
            Optional<Instant> terminatedAt,
            Optional<JsonElement> success,
            Optional<JsonElement> error,
            Optional<JsonElement> cancelled) {

        State state() {
            if (success.isPresent()) {
                return State.SUCCEEDED;
            }
            if (cancelled.isPresent()) {
                return State.CANCELLED;
            }
            return error.isPresent() ? State.FAILED : State.UNKNOWN;
        }

        /** The reason if one is told, else the name of what happened, such as {@code timed_out}. */
        Optional<String> failure() {
            return error.map(told -> {
                if (!told.isJsonObject() || told.getAsJsonObject().size() == 0) {
                    return told.toString();
                }
                var kind = told.getAsJsonObject().entrySet().iterator().next();
                var details = kind.getValue();
                return details.isJsonObject() && details.getAsJsonObject().has("reason")
                        ? details.getAsJsonObject().get("reason").getAsString()
                        : kind.getKey();
            });
        }
    }
}
