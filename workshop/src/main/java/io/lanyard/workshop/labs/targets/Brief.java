package io.lanyard.workshop.labs.targets;

import io.lanyard.workshop.engine.Explanation;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Targets lab: says an explanation with fewer digits: of an id its beginning, of each authorization the first things that don't fit. */
final class Brief {
    private static final Pattern RESOURCE_GROUP = Pattern.compile(" in resource group [0-9a-f]{32}");
    private static final Pattern GUID = Pattern.compile("([0-9a-f]{8})(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern ACCOUNT = Pattern.compile("([0-9a-f]{8})[0-9a-f]{24}");
    private static final int CLAUSES = 2;

    private Brief() {}

    static Explanation of(Explanation explanation) {
        return new Explanation(
                ids(explanation.question()),
                explanation.effect(),
                explanation.reasons().stream().map(Brief::reason).toList(),
                explanation.fixes().stream().map(Brief::ids).toList());
    }

    private static String reason(String text) {
        return Arrays.stream(ids(text).split("; ")).limit(CLAUSES).collect(Collectors.joining("; "));
    }

    private static String ids(String text) {
        var place = RESOURCE_GROUP.matcher(text).replaceAll("");
        return ACCOUNT.matcher(GUID.matcher(place).replaceAll("$1…")).replaceAll("$1…");
    }
}
