// Room: sandbox / settings. The API of a user's settings in an account.
package io.lanyard.sandbox.services.settings;

import static io.lanyard.sandbox.kernel.BodyShape.Type.BOOLEAN;
import static io.lanyard.sandbox.kernel.BodyShape.Type.STRING;
import static io.lanyard.sandbox.kernel.Method.GET;
import static io.lanyard.sandbox.kernel.Method.PATCH;

import io.lanyard.sandbox.kernel.BodyShape;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.JsonBody;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.kernel.Service;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.kernel.errors.PlatformErrors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code /v2/accounts/{id}/users/{iam_id}/settings} of user management (identity.md §5). Everybody reads his own settings and
 * chooses his languages; the list of addresses is his to change only where {@code self_manage} is on (inferred).
 */
public final class UserSettingsService implements Service {
    private static final String NAME = "user-management";
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,3}");
    private static final BodyShape CHANGES = BodyShape.object()
            .optional(STRING, "language", "notification_language", "allowed_ip_addresses")
            .optional(BOOLEAN, "self_manage");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String displayName() {
        return "User Management";
    }

    @Override
    public ErrorShape errors() {
        return PlatformErrors.INSTANCE;
    }

    @Override
    public void routes(Routes routes) {
        routes.on(GET, "/v2/accounts/{account_id}/users/{iam_id}/settings", "getUserSettings")
                .query()
                .about(UserSettingsService::named)
                .needs("user-management.user-setting.retrieve")
                .unless(call -> own(call, true))
                .leaves("user-management.user-setting.read")
                .handledBy(UserSettingsService::get);
        routes.on(PATCH, "/v2/accounts/{account_id}/users/{iam_id}/settings", "updateUserSettings")
                .query()
                .takes(CHANGES)
                .about(UserSettingsService::changed)
                .needs("user-management.user-setting.update")
                .unless(call -> own(call, changeable(call)))
                .leaves("user-management.user-setting.update")
                .handledBy(UserSettingsService::update);
    }

    private static Target named(Call call) {
        var account = call.account(call.path("account_id"));
        var iamId = call.path("iam_id");
        if (account.users().find(iamId).isEmpty()) {
            throw Refusal.notFound("User", iamId);
        }
        return Target.in(account, NAME)
                .resource("user", iamId)
                .named("crn:v1:bluemix:public:user-management:global:a/" + account.id() + ":::", iamId);
    }

    private static Target changed(Call call) {
        var target = named(call);
        merged(UserSettings.of(target.account()).user(call.path("iam_id")), call.json());
        return target;
    }

    private static Optional<String> own(Call call, boolean his) {
        return his
                        && call.caller().iamId().equals(call.path("iam_id"))
                        && call.caller().actsIn(call.account().id())
                ? Optional.of("the settings are the caller's own")
                : Optional.empty();
    }

    private static boolean changeable(Call call) {
        var now = UserSettings.of(call.account()).user(call.path("iam_id"));
        return !call.json().has("self_manage")
                && (now.selfManage() || !call.json().has("allowed_ip_addresses"));
    }

    private static UserSettings.Of merged(UserSettings.Of before, JsonBody body) {
        return new UserSettings.Of(
                language(body, "language").orElse(before.language()),
                language(body, "notification_language").orElse(before.notificationLanguage()),
                body.maybeText("allowed_ip_addresses")
                        .map(UserSettingsService::addresses)
                        .orElse(before.addresses()),
                body.flag("self_manage", before.selfManage()));
    }

    private static Optional<String> language(JsonBody body, String field) {
        var language = body.maybeText(field);
        if (language.filter(text -> !text.isEmpty() && !LANGUAGE.matcher(text).matches())
                .isPresent()) {
            throw Setting.invalid(field, "it must be a language tag such as en or pt-BR.");
        }
        return language;
    }

    private static AddressList addresses(String text) {
        try {
            return AddressList.parse(text);
        } catch (IllegalArgumentException e) {
            throw Setting.invalid("allowed_ip_addresses", String.valueOf(e.getMessage()));
        }
    }

    private static Response get(Call call) {
        var settings = UserSettings.of(call.account()).user(call.path("iam_id"));
        var body = new LinkedHashMap<String, Object>();
        body.put("language", settings.language());
        body.put("notification_language", settings.notificationLanguage());
        body.put("allowed_ip_addresses", settings.addresses().toString());
        body.put("self_manage", settings.selfManage());
        return Response.ok(body);
    }

    private static Response update(Call call) {
        var all = UserSettings.of(call.account());
        var before = all.user(call.path("iam_id"));
        var after = merged(before, call.json());
        all.set(call.path("iam_id"), after);
        var told = new ArrayList<Map<String, Object>>();
        if (!after.addresses().parts().equals(before.addresses().parts())) {
            told.add(Map.of(
                    "ips_added", difference(after.addresses(), before.addresses()),
                    "ips_removed", difference(before.addresses(), after.addresses()),
                    "updateType", "allowed_ip_addresses changes"));
        }
        if (after.selfManage() != before.selfManage()) {
            told.add(Map.of(
                    "initialValue", before.selfManage(),
                    "newValue", after.selfManage(),
                    "updateType", "self_manage update"));
        }
        call.event().request("totalNumberChanges", told.size()).request("update", List.copyOf(told));
        return Response.noContent();
    }

    private static List<Map<String, String>> difference(AddressList one, AddressList other) {
        return one.parts().stream()
                .filter(part -> !other.parts().contains(part))
                .map(part -> Map.of("address", part, "addressType", type(part)))
                .toList();
    }

    private static String type(String part) {
        if (part.indexOf('/') >= 0) {
            return "subnet";
        }
        return part.indexOf(':') >= 0 ? "IPv6" : "IPv4";
    }
}
