// Room: sandbox / policy management. The lists of policies: filters, order, pages.
package io.lanyard.sandbox.services.policy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.policy.decision.ServiceKinds;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.policy.PolicyViews.Format;
import io.lanyard.sandbox.services.roles.AccessRefusals;
import io.lanyard.sandbox.state.Account;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists what matches and what the caller may read; without any right that is an empty list, not a refusal. */
final class PolicyList {
    private static final int USUAL = 50;
    private static final int MOST = 100;
    private static final Map<String, Function<StoredPolicy, String>> SORTABLE = Map.of(
            "id", StoredPolicy::id,
            "type", policy -> policy.body().type(),
            "href", policy -> policy.version() + policy.id(),
            "created_at", policy -> policy.createdAt().toString(),
            "created_by_id", StoredPolicy::createdBy,
            "last_modified_at", policy -> policy.modifiedAt().toString(),
            "last_modified_by_id", StoredPolicy::modifiedBy,
            "state", policy -> policy.active() ? "active" : "deleted");

    private final int version;

    PolicyList(int version) {
        this.version = version;
    }

    static Format format(Call call) {
        return switch (call.query("format").orElse("")) {
            case "" -> Format.PLAIN;
            case "include_last_permit" -> Format.LAST_PERMIT;
            case "display" -> Format.DISPLAY;
            default -> throw AccessRefusals.invalidParameter("format", "it can be include_last_permit or display");
        };
    }

    Target listed(Call call) {
        accountId(call);
        format(call);
        limit(call);
        offset(call);
        order(call);
        wanted(call);
        return Target.in(account(call).orElseGet(call::callersAccount), PolicyService.NAME);
    }

    Response list(Call call) {
        int limit = limit(call);
        int offset = offset(call);
        Format format = format(call);
        List<StoredPolicy> found = account(call)
                .map(account ->
                        rows(call, account).skip(offset).limit(limit + 1L).toList())
                .orElse(List.of());
        var json = new JsonObject();
        json.addProperty("limit", limit);
        json.add("first", link(call, 0, false));
        if (found.size() > limit) {
            json.add("next", link(call, offset + limit, true));
        }
        if (offset > 0) {
            json.add("previous", link(call, Math.max(0, offset - limit), true));
        }
        var array = new JsonArray();
        found.stream()
                .limit(limit)
                .map(policy -> PolicyChecks.view(call, call.account(), policy, version, format))
                .forEach(array::add);
        json.add("policies", array);
        return Response.ok(json);
    }

    private static Stream<StoredPolicy> rows(Call call, Account account) {
        Stream<StoredPolicy> rows =
                PolicyStore.of(account).all().filter(wanted(call)).filter(policy -> readable(call, account, policy));
        return order(call).map(rows::sorted).orElse(rows);
    }

    private static boolean readable(Call call, Account account, StoredPolicy policy) {
        return call.permits(
                Policies.reading(policy.body()),
                Target.of(account, policy.body().resourceAttributes()));
    }

    private static Predicate<StoredPolicy> wanted(Call call) {
        boolean active = switch (call.query("state").orElse("active")) {
            case "active" -> true;
            case "deleted" -> false;
            default -> throw AccessRefusals.invalidParameter("state", "it can be active or deleted");
        };
        Predicate<StoredPolicy> wanted = policy -> policy.active() == active;
        wanted = wanted.and(matching(call, "iam_id", policy -> policy.body().subjectValue("iam_id")));
        wanted = wanted.and(matching(call, "access_group_id", p -> p.body().subjectValue("access_group_id")));
        wanted = wanted.and(
                matching(call, "type", policy -> Optional.of(policy.body().type())));
        wanted = wanted.and(matching(call, "service_type", policy -> serviceType(policy.body())));
        wanted = wanted.and(matching(call, "service_name", p -> p.body().resourceValue("serviceName")));
        wanted = wanted.and(matching(call, "service_group_id", p -> p.body().resourceValue("service_group_id")));
        Optional<String> name = call.query("tag_name");
        Optional<String> value = call.query("tag_value");
        return wanted.and(policy -> (name.isEmpty() && value.isEmpty())
                || policy.body().tags().stream()
                        .anyMatch(tag -> name.map(tag.key()::equals).orElse(true)
                                && value.map(tag.text()::equals).orElse(true)));
    }

    private static Predicate<StoredPolicy> matching(
            Call call, String parameter, Function<StoredPolicy, Optional<String>> attribute) {
        return call.query(parameter)
                .filter(text -> !text.isEmpty())
                .map(text -> (Predicate<StoredPolicy>)
                        policy -> attribute.apply(policy).filter(text::equals).isPresent())
                .orElse(policy -> true);
    }

    /** The type that a policy says, or that its service has. */
    private static Optional<String> serviceType(PolicyBody body) {
        return body.resourceValue("serviceType")
                .or(() -> body.resourceValue("service_group_id").map(group -> "platform_service"))
                .or(() -> body.resourceValue("serviceName")
                        .map(service -> ServiceKinds.isAccountManagement(service) ? "platform_service" : "service"));
    }

    private static Optional<Comparator<StoredPolicy>> order(Call call) {
        return call.query("sort").filter(text -> !text.isEmpty()).map(text -> {
            boolean descending = text.startsWith("-");
            Function<StoredPolicy, String> key = SORTABLE.get(descending ? text.substring(1) : text);
            if (key == null) {
                throw AccessRefusals.invalidParameter(
                        "sort",
                        "it can be one of "
                                + String.join(
                                        ", ",
                                        SORTABLE.keySet().stream().sorted().toList())
                                + ", with '-' before it for descending order");
            }
            Comparator<StoredPolicy> order = Comparator.comparing(key);
            return descending ? order.reversed() : order;
        });
    }

    private static String accountId(Call call) {
        return call.query("account_id")
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> Refusal.of(Problem.MISSING, "The query parameter 'account_id' is required.")
                        .code("missing_required_query_parameter")
                        .about("account_id"));
    }

    private static Optional<Account> account(Call call) {
        return call.directory().account(accountId(call));
    }

    private static int limit(Call call) {
        int limit = call.query("limit").map(text -> wholeNumber("limit", text)).orElse(USUAL);
        if (limit < 1 || limit > MOST) {
            throw AccessRefusals.invalidParameter("limit", "it must be between 1 and " + MOST);
        }
        return limit;
    }

    private static int offset(Call call) {
        Optional<String> start = call.query("start").filter(text -> !text.isEmpty());
        if (start.isEmpty()) {
            return 0;
        }
        try {
            return wholeNumber("start", new String(Base64.getUrlDecoder().decode(start.get()), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw AccessRefusals.invalidParameter("start", "it isn't one that a list answered");
        }
    }

    private static JsonObject link(Call call, int offset, boolean withStart) {
        String start = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.valueOf(offset).getBytes(StandardCharsets.UTF_8));
        var query = new StringBuilder();
        call.queries().forEach((name, values) -> {
            if (!name.equals("start")) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(values.get(0), StandardCharsets.UTF_8));
            }
        });
        if (withStart) {
            query.append("&start=").append(start);
        }
        var json = new JsonObject();
        json.addProperty("href", call.request().origin() + call.request().path() + query);
        if (withStart) {
            json.addProperty("start", start);
        }
        return json;
    }

    private static int wholeNumber(String name, String text) {
        if (!text.matches("\\d{1,6}")) {
            throw AccessRefusals.invalidParameter(name, "it must be a whole number");
        }
        return Integer.parseInt(text);
    }
}
