package io.lanyard.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;

/** Core: how failures are told. One order for all: operation, what happened, evidence, what to do next. */
final class Wording {

    private static final int LONGEST = 1024;
    private static final String LOCKED = "locked";
    /** How the codes of event routing end when a place could not be written to. */
    private static final String NOT_WRITTEN = "_write_test_failed";

    private Wording() {}

    static String of(CallEvent call, String what) {
        return cut(call.operation() + " failed: " + what) + evidence(call);
    }

    static String of(ApiFailure failure) {
        var what = summary(failure);
        return failure.call().operation() + " failed: " + what + (what.endsWith(".") ? " " : ". ") + next(failure)
                + evidence(failure.call());
    }

    static String summary(ApiFailure failure) {
        var text = new StringBuilder(200).append(failure.status());
        failure.errors().stream().findFirst().ifPresent(error -> {
            error.code().ifPresent(code -> text.append(' ').append(code));
            error.messageCode().ifPresent(code -> text.append(" (").append(code).append(')'));
            error.message()
                    .ifPresent(message -> text.append(", \"").append(message).append('"'));
            error.target().ifPresent(target -> text.append(" about ").append(target));
            error.details()
                    .filter(d -> !d.startsWith("{"))
                    .ifPresent(d -> text.append(", ").append(d));
            error.recovery().ifPresent(recovery -> text.append(", ").append(recovery));
        });
        if (failure.errors().size() > 1) {
            text.append(" and ").append(failure.errors().size() - 1).append(" more");
        }
        if (failure.errors().isEmpty()) {
            text.append(unknownShape(failure.body()));
        }
        return cut(text.toString());
    }

    private static String unknownShape(String body) {
        var start = body.stripLeading();
        if (start.isEmpty()) {
            return " with an empty body";
        }
        return start.charAt(0) == '<'
                ? " with a page instead of JSON: a gateway answered"
                : " in a shape we do not know";
    }

    private static String next(ApiFailure failure) {
        return switch (failure.status()) {
            case 400, 422 ->
                failure.code().filter(code -> code.endsWith(NOT_WRITTEN)).isPresent()
                        ? "Authorize Activity Tracker to write there (ActivityTracker.toBucket, toTopic, toCloudLogs),"
                                + " or mend what else is in its way, and call again."
                        : "Correct the request and call again.";
            case 401 -> "Sign in again or use other credentials.";
            case 403 ->
                failure.code().filter(LOCKED::equals).isPresent()
                        ? "Unlock it, and call again."
                        : "Give the caller a role that allows this here, or use other credentials.";
            case 404 -> "Check the id, the account and the region.";
            case 409 -> "Read what is there now, and decide again.";
            case 412 -> "Somebody changed it since it was read: read it again, and repeat the change.";
            case 429 ->
                failure.retryAfter()
                        .map(wait -> "Come back in " + duration(wait) + ".")
                        .orElse("Call less often, and try again later.");
            case 501 -> "Do what the answer says; waiting does not help.";
            default -> {
                if (failure.status() >= 300 && failure.status() < 400) {
                    yield "Redirects are not followed: check the service's URL.";
                }
                yield failure.retryAfter()
                        .map(wait -> "Come back in " + duration(wait) + ".")
                        .orElse(
                                failure.status() >= 500
                                        ? "Try again later; IBM's support asks for the transaction id."
                                        : "See the operation's documentation for this status.");
            }
        };
    }

    private static String evidence(CallEvent call) {
        var facts = new ArrayList<String>(3);
        call.transactionId().ifPresent(id -> facts.add("transaction " + cut(id)));
        if (call.attempts() > 0) {
            facts.add(call.attempts() + (call.attempts() == 1 ? " attempt" : " attempts"));
        }
        if (call.attempts() > 0 || call.elapsed().toMillis() > 0) {
            facts.add(duration(call.elapsed()));
        }
        return facts.isEmpty() ? "" : " [" + String.join(", ", facts) + "]";
    }

    static String duration(Duration time) {
        if (time.compareTo(Duration.ofSeconds(1)) < 0) {
            return time.toMillis() + " ms";
        }
        if (time.compareTo(Duration.ofMinutes(2)) < 0) {
            return time.toMillis() % 1000 == 0
                    ? time.toSeconds() + " s"
                    : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
        }
        return time.compareTo(Duration.ofHours(2)) < 0 ? time.toMinutes() + " min" : time.toHours() + " h";
    }

    private static String cut(String text) {
        var end = Math.min(text.length(), LONGEST);
        var clean = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            clean.append(Character.isISOControl(c) ? ' ' : c);
        }
        return end < text.length() ? clean.append('…').toString() : clean.toString();
    }
}
