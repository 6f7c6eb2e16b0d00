// Contracts: one operation of one service, and how to recognise a request for it.
package io.lanyard.contracts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One operation of a contract; for the token grants, one grant. */
record Operation(String service, String id, String method, String template, Pattern pattern, int parameters) {

    private static final Pattern HOLE = Pattern.compile("\\{[^}]+}");

    static Operation of(String service, String id, String method, String template) {
        Matcher holes = HOLE.matcher(template);
        StringBuilder pattern = new StringBuilder();
        int parameters = 0;
        int from = 0;
        for (; holes.find(); parameters++) {
            pattern.append(Pattern.quote(template.substring(from, holes.start())))
                    .append("[^/]+");
            from = holes.end();
        }
        pattern.append(Pattern.quote(template.substring(from)));
        return new Operation(service, id, method, template, Pattern.compile(pattern.toString()), parameters);
    }

    String name() {
        return service + ":" + id;
    }

    boolean matches(String method, String path) {
        return this.method.equals(method) && pattern.matcher(path).matches();
    }
}
