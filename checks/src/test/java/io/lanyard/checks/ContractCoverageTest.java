// Checks: which operations all the rooms' tests exercised; those that the house offers must all be among them.
package io.lanyard.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lanyard.contracts.ContractChecker;
import io.lanyard.contracts.Coverage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ContractCoverageTest {

    private static final Pattern OFFERED = Pattern.compile(String.join(
            "|",
            "cloud-logs:.*",
            "container-registry:.*",
            "atracker:.*",
            "iam-identity:.*(ServiceId|ApiKey).*",
            "resource-manager:.*",
            "resource-controller:(?!.*(Alias|Binding)).*",
            "iam-identity:(get|getEffective|update)AccountSettings",
            "iam-policy-management:(get|update)Settings",
            "iam-access-groups:[A-Za-z]*(AccessGroup|AccessGroups|AccessGroupMembers)",
            "iam-access-groups:(get|update)AccountSettings",
            "user-management:(get|update)UserSettings",
            "iam-policy-management:[a-z]+(V2)?(Policy|Policies|PolicyState|Role|Roles)"));

    /** What the sandbox answers, and no client of the SDK sends yet. */
    private static final Pattern SERVED_ALONE =
            Pattern.compile("iam-access-groups:[A-Za-z]*(AccessGroupRule|AccessGroupRules)");

    private static final Set<String> TOKENS = Set.of(
            "iam-token:getTokenApiKey",
            "iam-token:getTokenRefresh",
            "iam-token:getTokenIamAuthz",
            "iam-token:getKeys",
            "iam-token:getOpenIdConfiguration",
            "iam-token:introspect",
            "iam-token:getUserInfo");

    private static final List<String> OPERATIONS = new ContractChecker().operations();

    private static Coverage house = new Coverage(OPERATIONS, Set.of(), Set.of(), Set.of());

    @BeforeAll
    static void addUpTheRooms() throws Exception {
        for (String room : rooms()) {
            Path report = House.ROOT.resolve(room).resolve("target/contract-report");
            assumeTrue(Files.exists(report), "skipped: the tests of " + room + " did not run before this one");
            house = house.and(Coverage.read(report));
        }
        house.write(Path.of("target", "contract-report"));
    }

    @Test
    void theSdkSendsEveryOperationThatItOffers() {
        assertThat(house.sent()).containsAll(offered());
    }

    @Test
    void theSandboxAnswersEveryOperationThatTheSdkOffers() {
        assertThat(house.answered())
                .containsAll(offered())
                .containsAll(servedAlone())
                .containsAll(TOKENS);
    }

    private static List<String> offered() {
        return matching(OFFERED);
    }

    private static List<String> servedAlone() {
        return matching(SERVED_ALONE);
    }

    private static List<String> matching(Pattern pattern) {
        return OPERATIONS.stream()
                .filter(operation -> pattern.matcher(operation).matches())
                .toList();
    }

    private static List<String> rooms() throws IOException {
        var rooms = new ArrayList<>(House.sdkModules());
        rooms.remove("sdk-core"); // which speaks no API of its own
        rooms.add("sandbox");
        return rooms;
    }
}
