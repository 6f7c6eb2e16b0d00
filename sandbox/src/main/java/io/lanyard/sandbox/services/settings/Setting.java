// Room: sandbox / settings. The settings that are one text each, with their values (identity.md §7).
package io.lanyard.sandbox.services.settings;

import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import java.util.List;
import java.util.regex.Pattern;

/** A setting of an account: its field, what it is at first, what is in force while it isn't set, and which values it takes. */
enum Setting {
    RESTRICT_SERVICE_IDS("restrict_create_service_id", Values.NOT_SET, "NOT_RESTRICTED"),
    RESTRICT_USER_KEYS("restrict_create_platform_apikey", Values.NOT_SET, "NOT_RESTRICTED"),
    USER_LIST_VISIBILITY("restrict_user_list_visibility", "NOT_RESTRICTED", "NOT_RESTRICTED"),
    ALLOWED_ADDRESSES("allowed_ip_addresses", "", ""),
    MFA("mfa", "NONE", "NONE"),
    SESSION_EXPIRATION("session_expiration_in_seconds", Values.NOT_SET, "86400"),
    SESSION_INVALIDATION("session_invalidation_in_seconds", Values.NOT_SET, "7200"),
    MAX_SESSIONS("max_sessions_per_identity", Values.NOT_SET, Values.NOT_SET),
    ACCESS_TOKEN_LIFE("system_access_token_expiration_in_seconds", Values.NOT_SET, "3600"),
    REFRESH_TOKEN_LIFE("system_refresh_token_expiration_in_seconds", Values.NOT_SET, "259200");

    /** What a setting says that the account leaves to the service. */
    static final String NOT_SET = Values.NOT_SET;

    private static final class Values {
        private static final String NOT_SET = "NOT_SET";
        private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");
    }

    private final String field;
    private final String initial;
    private final String unset;

    Setting(String field, String initial, String unset) {
        this.field = field;
        this.initial = initial;
        this.unset = unset;
    }

    String field() {
        return field;
    }

    String initial() {
        return initial;
    }

    /** What is in force: the value, or the service's own default where none is set. */
    String inForce(String value) {
        return value.equals(Values.NOT_SET) ? unset : value;
    }

    /** As audit events name it. */
    String audited() {
        return this == MFA ? "mfa_traits" : field;
    }

    /** Refuses a value that it can't have. */
    void check(String value) {
        var wrong = wrong(value);
        if (!wrong.isEmpty()) {
            throw invalid(field, wrong);
        }
    }

    /** What is wrong with a value; empty when nothing is. */
    private String wrong(String value) {
        return switch (this) {
            case RESTRICT_SERVICE_IDS, RESTRICT_USER_KEYS ->
                oneOf(List.of("RESTRICTED", "NOT_RESTRICTED", Values.NOT_SET), value);
            case USER_LIST_VISIBILITY -> visibility(value);
            case ALLOWED_ADDRESSES -> addresses(value);
            case MFA -> oneOf(Mfa.TRAITS, value);
            case SESSION_EXPIRATION -> number(900, 86_400, value);
            case SESSION_INVALIDATION -> number(900, 7_200, value);
            case MAX_SESSIONS -> number(1, 1_000_000, value);
            case ACCESS_TOKEN_LIFE -> number(900, 3_600, value);
            case REFRESH_TOKEN_LIFE -> number(900, 259_200, value);
        };
    }

    static Refusal invalid(String field, String why) {
        return Refusal.of(Problem.INVALID, "Validation of property '" + field + "' failed: " + why)
                .about(field);
    }

    static String oneOf(List<String> values, String value) {
        return values.contains(value) ? "" : "valid values: " + String.join(", ", values) + ".";
    }

    private static String number(long least, long most, String value) {
        var fits = Values.DIGITS.matcher(value).matches()
                && Long.parseLong(value) >= least
                && Long.parseLong(value) <= most;
        return fits || value.equals(Values.NOT_SET)
                ? ""
                : "it can be a whole number from " + least + " to " + most + ", or NOT_SET.";
    }

    private static String visibility(String value) {
        return value.equals("RESTRICTED")
                ? "the sandbox lists no users, so it could not enforce RESTRICTED."
                : oneOf(List.of("NOT_RESTRICTED"), value);
    }

    private static String addresses(String value) {
        try {
            AddressList.parse(value);
            return "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
