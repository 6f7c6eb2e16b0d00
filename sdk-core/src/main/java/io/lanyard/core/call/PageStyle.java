package io.lanyard.core.call;

/**
 * Core, call: how an API says that there is more, and how it is asked for. Whatever it says, only a token is taken from it: a
 * link's host and path are never followed.
 *
 * @param parameter the query parameter that asks for the next page, and that is looked for in links
 * @param link the field that holds the next page's link
 * @param startField true when the link may be an object with the token in a field {@code start} of its own
 */
public record PageStyle(String parameter, String link, boolean startField) {

    /**
     * IAM Identity: {@code next} is a link whose query carries the token.
     *
     * @param parameter the token's name in the query, {@code pagetoken}
     * @return the style
     */
    public static PageStyle pageToken(String parameter) {
        return new PageStyle(parameter, "next", false);
    }

    /**
     * Policy Management: {@code next} is an object with {@code start}, and with {@code href} when it has no {@code start}.
     *
     * @return the style
     */
    public static PageStyle start() {
        return new PageStyle("start", "next", true);
    }

    /**
     * Access Groups: {@code next} is an object whose {@code href} carries {@code offset}.
     *
     * @return the style
     */
    public static PageStyle offset() {
        return new PageStyle("offset", "next", false);
    }

    /**
     * User Management and Resource Controller: {@code next_url} is a link, absolute or relative, whose query carries the token.
     *
     * @param parameter the token's name in the query, {@code _start} or {@code start}
     * @return the style
     */
    public static PageStyle startUrl(String parameter) {
        return new PageStyle(parameter, "next_url", false);
    }

    /**
     * Enterprise Management: {@code next_url} is a link whose query carries {@code next_docid}.
     *
     * @return the style
     */
    public static PageStyle nextDocid() {
        return new PageStyle("next_docid", "next_url", false);
    }
}
