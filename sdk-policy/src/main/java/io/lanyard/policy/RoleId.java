package io.lanyard.policy;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.AccountId;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Policy: the CRN of a role. An open value: which roles exist is the service's business, ask {@link Roles} for them.
 *
 * <p>A service's own roles appear under two names in IBM's pages, with {@code iam} or with the service in the fifth
 * place ({@code iam::::serviceRole:Reader}, {@code container-registry::::serviceRole:Reader}); both work.
 *
 * @param value the CRN
 */
@JsonAdapter(OpenValueAdapter.class)
public record RoleId(String value) implements TextValue {
    /** Looks at the resource. */
    public static final RoleId VIEWER = platform("Viewer");
    /** Looks, and runs what is there. */
    public static final RoleId OPERATOR = platform("Operator");
    /** Creates, changes and deletes. */
    public static final RoleId EDITOR = platform("Editor");
    /** Does everything on the platform's side, assigning access included. */
    public static final RoleId ADMINISTRATOR = platform("Administrator");
    /** Reads in the service. */
    public static final RoleId READER = service("Reader");
    /** Writes in the service; what else it holds is the service's choice, and reading need not be part of it. */
    public static final RoleId WRITER = service("Writer");
    /** Does everything in the service. */
    public static final RoleId MANAGER = service("Manager");
    /** Creates service IDs where the account restricts that. The account owner doesn't have it by himself. */
    public static final RoleId SERVICE_ID_CREATOR = service("iam-identity", "ServiceIdCreator");
    /** Creates user API keys where the account restricts that. The account owner doesn't have it by himself. */
    public static final RoleId USER_API_KEY_CREATOR = service("iam-identity", "UserApiKeyCreator");
    /** Writes objects and can't read them. */
    public static final RoleId OBJECT_WRITER = service("cloud-object-storage", "ObjectWriter");
    /** Reads objects and can't list them. */
    public static final RoleId OBJECT_READER = service("cloud-object-storage", "ObjectReader");
    /** Lists buckets' contents and reads objects. */
    public static final RoleId CONTENT_READER = service("cloud-object-storage", "ContentReader");
    /** Sends log lines, and nothing else. */
    public static final RoleId SENDER = service("logs", "Sender");
    /** Manages templates of an enterprise. */
    public static final RoleId TEMPLATE_ADMINISTRATOR = platform("TemplateAdministrator");
    /** Assigns templates of an enterprise. */
    public static final RoleId TEMPLATE_ASSIGNMENT_ADMINISTRATOR = platform("TemplateAssignmentAdministrator");
    /** Lets a source service pass an authorization on to the services it depends on. */
    public static final RoleId AUTHORIZATION_DELEGATOR = service("AuthorizationDelegator");

    private static final String PREFIX = "crn:v1:bluemix:public:";
    private static final String CUSTOM = "::customRole:";
    private static final Pattern WORD_BEGINS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    /** Names whose words aren't those of the CRN with blanks between them. */
    private static final Map<String, String> UNLIKE_THEIR_CRN = Map.of(
            "serviceidcreator", "Service ID creator",
            "userapikeycreator", "User API key creator",
            "apikeyreviewer", "API key reviewer");

    /**
     * Makes a role from its CRN.
     *
     * @param crn the CRN
     * @return the role
     */
    public static RoleId of(String crn) {
        return new RoleId(crn);
    }

    /**
     * Names a role of the platform, such as {@code Viewer}.
     *
     * @param name the role's name in its CRN
     * @return the role
     */
    public static RoleId platform(String name) {
        return new RoleId(PREFIX + "iam::::role:" + name);
    }

    /**
     * Names a role that most services have, such as {@code Reader}.
     *
     * @param name the role's name in its CRN
     * @return the role
     */
    public static RoleId service(String name) {
        return new RoleId(PREFIX + "iam::::serviceRole:" + name);
    }

    /**
     * Names a role of one service.
     *
     * @param serviceName the service
     * @param name the role's name in its CRN
     * @return the role
     */
    public static RoleId service(String serviceName, String name) {
        return new RoleId(PREFIX + serviceName + "::::serviceRole:" + name);
    }

    /**
     * Names a role that the account made itself.
     *
     * @param account the account
     * @param name the role's name in its CRN
     * @return the role
     */
    public static RoleId custom(AccountId account, String name) {
        return new RoleId(PREFIX + "iam-access-management::a/" + account.value() + "::customRole:" + name);
    }

    /** {@return the role's own name, the last part of its CRN: {@code Reader}} */
    public String name() {
        return value.substring(value.lastIndexOf(':') + 1);
    }

    /**
     * Says the role as IBM's guides and command line do: "Object Writer" for {@code ObjectWriter}. Made from the CRN, without asking
     * anybody; what an account calls a role of its own, {@link Roles} knows.
     *
     * @return the role's name for people
     */
    public String displayName() {
        if (value.contains(CUSTOM)) {
            return name();
        }
        return UNLIKE_THEIR_CRN.getOrDefault(
                name().toLowerCase(Locale.ROOT), String.join(" ", WORD_BEGINS.split(name(), -1)));
    }

    @Override
    public String toString() {
        return value;
    }
}
