// Room: sandbox / settings. The API of an account's identity settings.
package io.lanyard.sandbox.services.settings;

import static io.lanyard.sandbox.kernel.BodyShape.Type.ARRAY;
import static io.lanyard.sandbox.kernel.BodyShape.Type.BOOLEAN;
import static io.lanyard.sandbox.kernel.BodyShape.Type.STRING;
import static io.lanyard.sandbox.kernel.BodyShape.Type.STRINGS;
import static io.lanyard.sandbox.kernel.Method.GET;
import static io.lanyard.sandbox.kernel.Method.PUT;

import io.lanyard.sandbox.kernel.BodyShape;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.JsonBody;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.kernel.Service;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.identity.IdentityErrors;
import io.lanyard.sandbox.services.identity.IdentityPart;
import io.lanyard.sandbox.state.Account;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code /v1/accounts/{id}/settings/identity} (identity.md §7). A value that the sandbox could not enforce is refused: lists of
 * users aren't kept from anybody here, and nobody is invited, so {@code restrict_user_list_visibility} stays NOT_RESTRICTED and
 * {@code restrict_user_domains} empty.
 */
public final class AccountSettingsService implements Service {
    private static final String NAME = "iam-identity";
    private static final BodyShape CHANGES = shape();

    private static BodyShape shape() {
        return BodyShape.object()
                .optional(
                        STRING,
                        Arrays.stream(Setting.values()).map(Setting::field).toArray(String[]::new))
                .optional("user_mfa", ARRAY, BodyShape.object().required(STRING, "iam_id", "mfa"))
                .optional(
                        "restrict_user_domains",
                        ARRAY,
                        BodyShape.object()
                                .required(STRING, "realm_id")
                                .optional(STRINGS, "invitation_email_allow_patterns")
                                .optional(BOOLEAN, "restrict_invitation"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String displayName() {
        return "IAM Identity Service";
    }

    @Override
    public ErrorShape errors() {
        return IdentityErrors.INSTANCE;
    }

    @Override
    public void routes(Routes routes) {
        routes.on(GET, "/v1/accounts/{account_id}/settings/identity", "getAccountSettings")
                .query("include_history", "resolve_user_mfa")
                .about(AccountSettingsService::named)
                .needs("iam-identity.account.get")
                .leaves("iam-identity.accountsettings.read")
                .handledBy(call -> Response.ok(SettingsView.own(call))
                        .withEtag(AccountSettings.of(call.account()).entityTag()));
        routes.on(GET, "/v1/accounts/{account_id}/effective_settings/identity", "getEffectiveAccountSettings")
                .query("include_history", "resolve_user_mfa")
                .about(AccountSettingsService::named)
                .needs("iam-identity.account.get")
                .leaves("iam-identity.accountsettings.read")
                .handledBy(call -> Response.ok(SettingsView.effective(call)));
        routes.on(PUT, "/v1/accounts/{account_id}/settings/identity", "updateAccountSettings")
                .query()
                .takes(CHANGES)
                .about(AccountSettingsService::changed)
                .needs("iam-identity.account.update")
                .ifMatch()
                .leaves("iam-identity.accountsettings.update")
                .handledBy(AccountSettingsService::update);
    }

    private static Target named(Call call) {
        var account = call.account(call.path("account_id"));
        return Target.in(account, NAME)
                .named("crn:v1:bluemix:public:iam-identity::a/" + account.id() + ":::", account.name())
                .at(AccountSettings.of(account).entityTag());
    }

    private static Target changed(Call call) {
        var target = named(call);
        changes(call.json());
        users(target.account(), call.json());
        if (call.json().maybe("restrict_user_domains").stream()
                .anyMatch(list -> !list.getAsJsonArray().isEmpty())) {
            throw Setting.invalid(
                    "restrict_user_domains", "the sandbox invites no users, so it could not enforce restrictions.");
        }
        return target;
    }

    private static Map<Setting, String> changes(JsonBody body) {
        var changes = new EnumMap<Setting, String>(Setting.class);
        for (var setting : Setting.values()) {
            body.maybeText(setting.field()).ifPresent(value -> {
                setting.check(value);
                changes.put(setting, value);
            });
        }
        return changes;
    }

    private static List<Mfa.OfUser> users(Account account, JsonBody body) {
        if (body.maybe("user_mfa").isEmpty()) {
            return AccountSettings.of(account).userMfa();
        }
        var users = new ArrayList<Mfa.OfUser>();
        for (var element : body.tree().getAsJsonArray("user_mfa")) {
            var one = new JsonBody(element.getAsJsonObject());
            var iamId = one.text("iam_id");
            var wrong = Setting.oneOf(Mfa.TRAITS, one.text("mfa"));
            if (!wrong.isEmpty()) {
                throw Setting.invalid("user_mfa", wrong);
            }
            if (account.users().find(iamId).isEmpty()) {
                throw Setting.invalid("user_mfa", "the account has no user '" + iamId + "'.");
            }
            if (users.stream().anyMatch(other -> other.iamId().equals(iamId))) {
                throw Setting.invalid("user_mfa", "the user '" + iamId + "' is named twice.");
            }
            users.add(new Mfa.OfUser(iamId, one.text("mfa")));
        }
        return users;
    }

    private static Response update(Call call) {
        var account = call.account();
        var settings = AccountSettings.of(account);
        var changes = changes(call.json());
        var told = new TreeMap<String, String>();
        changes.forEach((setting, value) -> {
            var before = settings.text(setting);
            if (!before.equals(value)) {
                told.put("old_" + setting.audited(), before);
                told.put("new_" + setting.audited(), value);
            }
        });
        settings.change(changes, users(account, call.json()));
        IdentityPart.of(account)
                .remember(
                        SettingsView.HISTORY,
                        call.caller(),
                        "update account settings",
                        "Account settings updated: "
                                + String.join(", ", call.json().tree().keySet()));
        call.event().request("request_body", Map.copyOf(told));
        return Response.ok(SettingsView.own(call)).withEtag(settings.entityTag());
    }
}
