// Room: sandbox / external identities. The API of an account's access-management settings.
package io.lanyard.sandbox.services.external;

import static io.lanyard.sandbox.kernel.BodyShape.Type.OBJECT;
import static io.lanyard.sandbox.kernel.BodyShape.Type.STRING;
import static io.lanyard.sandbox.kernel.BodyShape.Type.STRINGS;
import static io.lanyard.sandbox.kernel.Method.GET;
import static io.lanyard.sandbox.kernel.Method.PATCH;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.kernel.BodyShape;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.JsonBody;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.kernel.Service;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.kernel.errors.PolicyErrors;
import io.lanyard.sandbox.services.external.ExternalAccess.IdentityType;
import io.lanyard.sandbox.services.external.ExternalAccess.Rule;
import io.lanyard.sandbox.services.external.ExternalAccess.State;
import io.lanyard.sandbox.services.roles.AccessRefusals;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code /v1/accounts/{id}/settings/access_management} (external-interactions.md §3). */
public final class AccessSettingsService implements Service {
    private static final String NAME = "iam-access-management";
    private static final String INTERACTION = "external_account_identity_interaction";
    private static final String TYPES = "identity_types";
    private static final String ALLOWED = "external_allowed_accounts";
    private static final int MOST_ACCOUNTS = 500;
    private static final Pattern ACCOUNT = Pattern.compile("[0-9a-f]{32}");
    private static final List<String> STATES = Arrays.stream(State.values())
            .map(state -> state.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final BodyShape CHANGES = shape();

    private static BodyShape shape() {
        var types = BodyShape.object();
        for (var type : IdentityType.values()) {
            types.optional(
                    type.field(),
                    OBJECT,
                    BodyShape.object().required(STRING, "state").required(STRINGS, ALLOWED));
        }
        return BodyShape.object()
                .optional(INTERACTION, OBJECT, BodyShape.object().optional(TYPES, OBJECT, types));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String displayName() {
        return "IAM Access Management";
    }

    /** This API answers 412, not 409, where If-Match is stale. */
    @Override
    public ErrorShape errors() {
        return (refusal, circumstances) -> PolicyErrors.INSTANCE.write(
                refusal.problem() == Problem.STALE ? refusal.status(412) : refusal, circumstances);
    }

    @Override
    public void routes(Routes routes) {
        routes.on(GET, "/v1/accounts/{account_id}/settings/access_management", "getSettings")
                .query()
                .about(AccessSettingsService::named)
                .needs("iam-access-management.settings.read")
                .leaves("iam-access-management.account-settings.read")
                .handledBy(AccessSettingsService::answer);
        routes.on(PATCH, "/v1/accounts/{account_id}/settings/access_management", "updateSettings")
                .query()
                .takes(CHANGES)
                .about(AccessSettingsService::changed)
                .needs("iam-access-management.settings.update")
                .ifMatch()
                .leaves("iam-access-management.account-settings.update")
                .handledBy(AccessSettingsService::update);
    }

    private static Target named(Call call) {
        var account = call.account(call.path("account_id"));
        return Target.in(account, NAME)
                .named(
                        "crn:v1:bluemix:public:iam-access-management:global:a/" + account.id()
                                + "::settings:access_management",
                        account.name())
                .at(ExternalAccess.of(account).entityTag());
    }

    private static Target changed(Call call) {
        changes(call.json());
        return named(call);
    }

    private static Map<IdentityType, Rule> changes(JsonBody body) {
        var changes = new EnumMap<IdentityType, Rule>(IdentityType.class);
        var types = body.object(INTERACTION).flatMap(interaction -> interaction.object(TYPES));
        for (var type : IdentityType.values()) {
            types.flatMap(all -> all.object(type.field())).ifPresent(rule -> changes.put(type, rule(type, rule)));
        }
        return changes;
    }

    /** Accounts beside {@code enabled} are kept and mean nothing, as Terraform's own example sends them. */
    private static Rule rule(IdentityType type, JsonBody rule) {
        var path = INTERACTION + "." + TYPES + "." + type.field();
        if (!STATES.contains(rule.text("state"))) {
            throw AccessRefusals.invalidBody(
                    path + ".state", "'" + path + ".state' can be " + String.join(", ", STATES) + ".");
        }
        var allowed = new LinkedHashSet<>(rule.texts(ALLOWED));
        if (allowed.size() > MOST_ACCOUNTS) {
            throw AccessRefusals.invalidBody(
                    path + "." + ALLOWED, "'" + path + "." + ALLOWED + "' can name " + MOST_ACCOUNTS + " accounts.");
        }
        if (!allowed.stream().allMatch(id -> ACCOUNT.matcher(id).matches())) {
            throw AccessRefusals.invalidBody(
                    path + "." + ALLOWED, "'" + path + "." + ALLOWED + "' must hold account ids of 32 hex digits.");
        }
        return new Rule(State.valueOf(rule.text("state").toUpperCase(Locale.ROOT)), List.copyOf(allowed));
    }

    private static Response update(Call call) {
        var changes = changes(call.json());
        var rules = ExternalAccess.of(call.account());
        changes.forEach((type, rule) -> call.event()
                .request("old_" + type.field(), rule(rules.rule(type)).toString())
                .request("new_" + type.field(), rule(rule).toString()));
        rules.change(changes);
        return answer(call);
    }

    private static Response answer(Call call) {
        var rules = ExternalAccess.of(call.account());
        var types = new JsonObject();
        for (var type : IdentityType.values()) {
            types.add(type.field(), rule(rules.rule(type)));
        }
        var interaction = new JsonObject();
        interaction.add(TYPES, types);
        var body = new JsonObject();
        body.add(INTERACTION, interaction);
        return Response.ok(body).withEtag(rules.entityTag());
    }

    private static JsonObject rule(Rule rule) {
        var allowed = new JsonArray();
        rule.allowed().forEach(allowed::add);
        var json = new JsonObject();
        json.addProperty("state", rule.state().name().toLowerCase(Locale.ROOT));
        json.add(ALLOWED, allowed);
        return json;
    }
}
