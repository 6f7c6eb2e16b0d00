package io.lanyard.core;

/** Core: the only thing we check about an id: that it can be one. Whether it exists is the service's business. */
final class Shape {

    private Shape() {}

    /** Returns {@code text} when it is not blank, has no control character, and is neither "." nor "..". */
    static String id(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " is blank");
        }
        if (text.equals(".") || text.equals("..")) {
            throw new IllegalArgumentException(what + " is '" + text + "', which is a path, not an id");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw new IllegalArgumentException(what + " has a control character at position " + i);
            }
        }
        return text;
    }
}
