// Room: sandbox / IAM Identity. The parameters that its lists share: page, order, filter.
package io.lanyard.sandbox.services.identity;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.Call;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One list request. A page token holds the whole request that it goes on from, so it needs no other parameter; rights
 * are judged anew for every page.
 */
final class ListQuery {
    private static final String OFFSET = "offset";
    private static final int MOST = 100;
    private static final int USUAL = 20;

    private final Map<String, String> parameters;
    private final int offset;

    private ListQuery(Map<String, String> parameters, int offset) {
        this.parameters = parameters;
        this.offset = offset;
    }

    static ListQuery of(Call call) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Optional<String> token = call.query("pagetoken").filter(text -> !text.isEmpty());
        if (token.isPresent()) {
            parameters.putAll(decode(token.get()));
        } else {
            call.queries().forEach((name, values) -> parameters.put(name, values.get(0)));
        }
        parameters.remove("pagetoken");
        String start = parameters.remove(OFFSET);
        return new ListQuery(parameters, token.isPresent() && start != null ? wholeNumber("pagetoken", start) : 0);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    boolean flag(String name) {
        return get(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    /** Sorts and filters the rows by the attributes that they can tell as text. */
    <R> List<R> arrange(
            List<R> rows, Map<String, Function<R, String>> sortable, Map<String, Function<R, String>> filterable) {
        Predicate<R> wanted = filter(filterable);
        List<R> kept = rows.stream().filter(wanted).toList();
        boolean descending = switch (get("order").orElse("asc")) {
            case "asc" -> false;
            case "desc" -> true;
            default -> throw IdentityRefusals.invalid("order", "it can be asc or desc.");
        };
        List<R> ordered = new ArrayList<>(kept);
        get("sort").ifPresent(sort -> {
            Function<R, String> key = sortable.get(sort);
            if (key == null) {
                throw IdentityRefusals.invalid(
                        "sort", "it can be one of " + String.join(", ", sortable.keySet()) + ".");
            }
            ordered.sort(Comparator.comparing(key));
        });
        if (descending) {
            Collections.reverse(ordered);
        }
        return ordered;
    }

    private <R> Predicate<R> filter(Map<String, Function<R, String>> filterable) {
        Optional<String> text = get("filter");
        if (text.isEmpty()) {
            return row -> true;
        }
        try {
            var filter = ScimFilter.parse(text.get(), filterable.keySet());
            return row ->
                    filter.test(name -> filterable.getOrDefault(name, any -> "").apply(row));
        } catch (ScimFilter.SyntaxException e) {
            throw IdentityRefusals.invalid("filter", e.getMessage() + ".");
        }
    }

    /** Writes one page, with absolute links to its neighbours. */
    <R> JsonObject page(Call call, String path, String items, List<R> rows, Function<R, ? extends JsonElement> view) {
        int limit = pageSize();
        var page = new JsonObject();
        page.addProperty("offset", offset);
        page.addProperty("limit", limit);
        page.addProperty("first", link(call, path, 0));
        if (offset > 0) {
            page.addProperty("previous", link(call, path, Math.max(0, offset - limit)));
        }
        if (offset + limit < rows.size()) {
            page.addProperty("next", link(call, path, offset + limit));
        }
        var array = new JsonArray();
        rows.stream().skip(offset).limit(limit).map(view).forEach(array::add);
        page.add(items, array);
        return page;
    }

    /** Refuses a page size, order or filter that makes no sense; call it before anything is looked up. */
    int pageSize() {
        int size = get("pagesize").map(text -> wholeNumber("pagesize", text)).orElse(USUAL);
        if (size < 1 || size > MOST) {
            throw IdentityRefusals.invalid("pagesize", "it must be between 1 and " + MOST + ".");
        }
        return size;
    }

    private String link(Call call, String path, int start) {
        var query = new StringBuilder();
        parameters.forEach((name, value) -> query.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
        query.append(OFFSET).append('=').append(start);
        String token = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(query.toString().getBytes(StandardCharsets.UTF_8));
        return call.request().origin() + path + "?pagetoken=" + token;
    }

    private static Map<String, String> decode(String token) {
        Map<String, String> parameters = new LinkedHashMap<>();
        try {
            String query = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            for (String pair : query.split("&", -1)) {
                int split = pair.indexOf('=');
                parameters.put(
                        pair.substring(0, split), URLDecoder.decode(pair.substring(split + 1), StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw IdentityRefusals.invalid("pagetoken", "it isn't one that a list answered.");
        }
        return parameters;
    }

    private static int wholeNumber(String name, String text) {
        if (!text.matches("\\d{1,6}")) {
            throw IdentityRefusals.invalid(name, "it must be a whole number.");
        }
        return Integer.parseInt(text);
    }
}
