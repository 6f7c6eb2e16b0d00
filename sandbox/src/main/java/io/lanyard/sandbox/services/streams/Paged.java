// Room: sandbox / streams.
package io.lanyard.sandbox.services.streams;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lists by the page: {@code page} counts from 1, {@code per_page} says how many; the other pages are named in the header Link. */
final class Paged {
    static final String PAGE = "page";
    static final String PER_PAGE = "per_page";

    private Paged() {}

    static Response of(Call call, List<? extends JsonElement> all) {
        int page = positive(call, PAGE, 1);
        int size = positive(call, PER_PAGE, Math.max(1, all.size()));
        int last = Math.max(1, (all.size() + size - 1) / size);
        var shown = new JsonArray();
        all.stream().skip((page - 1L) * size).limit(size).forEach(shown::add);
        var answer = Response.ok(shown).with("X-Total-Count", Integer.toString(all.size()));
        return last == 1 ? answer : answer.with("Link", links(call, page, size, last));
    }

    private static String links(Call call, int page, int size, int last) {
        List<String> links = new ArrayList<>();
        if (page < last) {
            links.add(link(call, page + 1, size, "next"));
        }
        if (page > 1) {
            links.add(link(call, Math.min(page - 1, last), size, "prev"));
        }
        links.add(link(call, 1, size, "first"));
        links.add(link(call, last, size, "last"));
        return String.join(", ", links);
    }

    private static String link(Call call, int page, int size, String relation) {
        var rest = new StringBuilder();
        call.queries().forEach((name, values) -> {
            if (!name.equals(PAGE) && !name.equals(PER_PAGE)) {
                values.forEach(value -> rest.append('&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
            }
        });
        return "<" + call.request().origin() + call.request().path() + "?page=" + page + "&per_page=" + size + rest
                + ">; rel=\"" + relation + "\"";
    }

    private static int positive(Call call, String name, int otherwise) {
        return call.query(name).map(text -> positive(name, text)).orElse(otherwise);
    }

    private static int positive(String name, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            // said below
        }
        throw Refusal.of(Problem.INVALID, "'" + name + "' must be a positive number, not '" + text + "'.")
                .about(name);
    }
}
