package io.lanyard.policy.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * Decision: a glob over a whole text: {@code *} is any run, the empty one included, {@code ?} is exactly one character, and
 * <code>{{*}}</code> and <code>{{?}}</code> are the characters themselves. Case-sensitive. Compiled once, when a policy is written.
 */
final class Glob {
    private static final int ANY_RUN = -1;
    private static final int ANY_ONE = -2;

    private final int[] pattern;

    private Glob(int[] pattern) {
        this.pattern = pattern;
    }

    static Glob compile(String glob) {
        List<Integer> pattern = new ArrayList<>(glob.length());
        for (int i = 0; i < glob.length(); ) {
            if (glob.startsWith("{{*}}", i) || glob.startsWith("{{?}}", i)) {
                pattern.add((int) glob.charAt(i + 2));
                i += 5;
                continue;
            }
            int c = glob.codePointAt(i);
            pattern.add(c == '*' ? ANY_RUN : c == '?' ? ANY_ONE : c);
            i += Character.charCount(c);
        }
        return new Glob(pattern.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Matches in O(text × runs) at worst: on a mismatch only the last run grows, which is enough for globs. */
    boolean matches(String text) {
        int p = 0;
        int run = -1;
        int mark = 0;
        int t = 0;
        while (t < text.length()) {
            int c = text.codePointAt(t);
            if (p < pattern.length && (pattern[p] == c || pattern[p] == ANY_ONE)) {
                p++;
                t += Character.charCount(c);
            } else if (p < pattern.length && pattern[p] == ANY_RUN) {
                run = p++;
                mark = t;
            } else if (run >= 0) {
                mark += Character.charCount(text.codePointAt(mark));
                t = mark;
                p = run + 1;
            } else {
                return false;
            }
        }
        while (p < pattern.length && pattern[p] == ANY_RUN) {
            p++;
        }
        return p == pattern.length;
    }
}
