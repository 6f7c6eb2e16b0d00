// Room: sandbox / roles. One role that a service, or the platform, defines.
package io.lanyard.sandbox.services.roles;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A role as IBM Cloud defines it for one service: its actions there, and nothing inherited from a lesser role.
 *
 * @param crn the id that policies carry
 * @param name the CRN's last part, for example {@code ServiceIdCreator}
 * @param displayName what people read, for example {@code Service ID creator}
 * @param platform whether it is one of the platform's roles (Viewer to Administrator) rather than a service role
 * @param actions the actions that it permits on this service
 */
public record DefinedRole(
        String crn, String name, String displayName, String description, boolean platform, List<String> actions) {

    private static final Map<String, String> IRREGULAR_NAMES = Map.of(
            "Usage Report Viewer", "UsageReportsViewer",
            "Assignment Administrator", "TemplateAssignmentAdministrator");

    private static final List<String> GENERIC =
            List.of("Reader", "Writer", "Manager", "KeyManager", "ServiceConfigurationReader");

    private static final List<String> ENTERPRISE = List.of("TemplateAdministrator", "TemplateAssignmentAdministrator");

    public DefinedRole {
        actions = List.copyOf(actions);
    }

    static DefinedRole platform(String displayName, List<String> actions) {
        return new DefinedRole(
                "crn:v1:bluemix:public:iam::::role:" + displayName,
                displayName,
                displayName,
                "The platform role " + displayName + ": " + actions.size() + " actions on this service.",
                true,
                actions);
    }

    static DefinedRole service(String service, String displayName, List<String> actions) {
        String name = IRREGULAR_NAMES.getOrDefault(displayName, inOneWord(displayName));
        String crn;
        if (ENTERPRISE.contains(name)) {
            crn = "crn:v1:bluemix:public:iam::::role:" + name;
        } else if (GENERIC.contains(name)) {
            crn = "crn:v1:bluemix:public:iam::::serviceRole:" + name;
        } else {
            crn = "crn:v1:bluemix:public:" + service + "::::serviceRole:" + name;
        }
        String description = "The service role " + displayName + ": " + actions.size() + " actions on this service.";
        return new DefinedRole(crn, name, displayName, description, false, actions);
    }

    /** Turns {@code User API key creator} into {@code UserApiKeyCreator}, as IBM's role ids do. */
    private static String inOneWord(String displayName) {
        return Stream.of(displayName.split(" ", -1))
                .map(word -> word.length() < 4 && word.equals(word.toUpperCase(Locale.ROOT))
                        ? word.toLowerCase(Locale.ROOT)
                        : word)
                .map(word -> word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
