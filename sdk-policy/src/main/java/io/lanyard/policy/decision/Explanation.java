package io.lanyard.policy.decision;

import java.util.List;

/**
 * Decision: why, in parts for a program and in words for a person.
 *
 * @param question the request in words, "may … do … on …?"
 * @param effect the answer
 * @param why the reasons, one line each
 * @param considered how many policies name who asks, or a group that he is in
 * @param candidates those that came nearest, at most three
 * @param fixes what would permit it, the smallest change first
 * @param notModelled what may also play a part on IBM Cloud and isn't judged here
 */
public record Explanation(
        String question,
        Effect effect,
        List<String> why,
        int considered,
        List<Candidate> candidates,
        List<Fix> fixes,
        List<String> notModelled) {
    /** Copies the lists. */
    public Explanation {
        why = List.copyOf(why);
        candidates = List.copyOf(candidates);
        fixes = List.copyOf(fixes);
        notModelled = List.copyOf(notModelled);
    }

    /** {@return all of it, several lines, without a line break at the end} */
    public String text() {
        var text = new StringBuilder(question).append("  ").append(effect);
        why.forEach(line -> text.append('\n').append(line));
        fixes.forEach(fix -> text.append("\nfix: ").append(fix.text()));
        if (!notModelled.isEmpty()) {
            text.append("\nnot judged: ").append(String.join("; ", notModelled));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
