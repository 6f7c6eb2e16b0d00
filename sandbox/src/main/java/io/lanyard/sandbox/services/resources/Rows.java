// Room: sandbox / resources. The pages of lists.
package io.lanyard.sandbox.services.resources;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.services.resources.ServiceInstance.Stamp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Cuts rows into pages: {@code limit} of them from the one that {@code start} names, and a link to the next. */
final class Rows {
    private static final int USUAL = 10;
    private static final int MOST = 100;
    private static final Gson WITH_NULLS =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private Rows() {}

    static <R> Response page(
            Call call, List<R> all, Function<R, String> id, Predicate<R> wanted, Function<R, JsonObject> view) {
        int limit = limit(call);
        Optional<String> start = call.query("start").filter(value -> !value.isEmpty());
        start.filter(value -> all.stream().map(id).noneMatch(value::equals)).ifPresent(value -> {
            throw Refusal.of(Problem.INVALID, "'start' isn't one that a list answered.")
                    .about("start");
        });
        List<R> rows = all.stream()
                .dropWhile(row -> start.isPresent() && !id.apply(row).equals(start.get()))
                .filter(wanted)
                .limit(limit + 1L)
                .toList();
        var resources = new JsonArray();
        rows.stream().limit(limit).map(view).forEach(resources::add);
        var page = new JsonObject();
        page.addProperty("rows_count", resources.size());
        page.add("next_url", rows.size() > limit ? next(call, id.apply(rows.get(limit))) : JsonNull.INSTANCE);
        page.add("resources", resources);
        return Response.jsonBytes(200, WITH_NULLS.toJson(page).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonElement next(Call call, String start) {
        var query = new TreeMap<String, String>();
        call.queries().forEach((name, values) -> query.put(name, values.get(0)));
        query.put("start", start);
        var link = new StringBuilder(call.request().path());
        query.forEach((name, value) -> link.append(link.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return new JsonPrimitive(link.toString());
    }

    private static int limit(Call call) {
        String text = call.query("limit").orElse(String.valueOf(USUAL));
        int limit = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MOST) {
            throw Refusal.of(Problem.INVALID, "'limit' must be between 1 and " + MOST + ".")
                    .about("limit");
        }
        return limit;
    }

    /** Whether a row's text is the one of a query parameter, where that was sent. */
    static boolean is(Call call, String parameter, String value) {
        return call.query(parameter).map(value::equals).orElse(true);
    }

    /** Whether the last change lies between {@code updated_from} and {@code updated_to}. */
    static boolean changedInTime(Call call, Stamp updated) {
        return time(call, "updated_from").filter(updated.at()::isBefore).isEmpty()
                && time(call, "updated_to").filter(updated.at()::isAfter).isEmpty();
    }

    private static Optional<Instant> time(Call call, String parameter) {
        try {
            return call.query(parameter).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw Refusal.of(Problem.INVALID, "'" + parameter + "' must be a time such as 2026-01-01T00:00:00Z.")
                    .about(parameter);
        }
    }

    /** A query parameter that is true or false; false when absent. */
    static boolean flag(Call call, String parameter) {
        String value = call.query(parameter).orElse("false");
        if (!Set.of("true", "false").contains(value)) {
            throw Refusal.of(Problem.INVALID, "'" + parameter + "' can be true or false.")
                    .about(parameter);
        }
        return value.equals("true");
    }
}
