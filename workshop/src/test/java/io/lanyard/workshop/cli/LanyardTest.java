package io.lanyard.workshop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.junit.SandboxExtension;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class LanyardTest {
    @RegisterExtension
    static final SandboxExtension SANDBOX = SandboxExtension.started();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void listsTheLabs() {
        assertThat(lanyard(Map.of(), "labs")).isZero();
        assertThat(out.toString())
                .containsPattern("service-id +A service ID and its API key\n +7 steps, about 10 min by hand\n")
                .containsPattern(
                        "registry +Securing access to your private registry\n +9 steps, about 20 min by hand\n")
                .containsPattern("authorize-targets +Let Activity Tracker write: a bucket, a topic, a log\n")
                .containsPattern("integrate-iam +Integrating with IAM, before events are collected\n")
                .containsPattern("external-identities +Who comes from outside\n +\\d+ steps, about \\d+ min by hand\n");
        assertThat(out.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void listsTheLabsForMachines() {
        assertThat(lanyard(Map.of(), "labs", "--json")).isZero();

        var labs = JsonParser.parseString(out.toString()).getAsJsonObject().getAsJsonArray("labs");
        assertThat(labs).hasSize(5);
        assertThat(labs.get(0).toString()).contains("\"id\":\"service-id\"", "\"minutes\":", "\"steps\":[{\"id\":\"");
        assertThat(lanyard(Map.of(), "labs", "--plain")).isZero();
    }

    @Test
    void showsItsHelpWhenNothingIsAsked() {
        assertThat(lanyard(Map.of())).isZero();
        assertThat(out.toString()).contains("Usage: lanyard").contains("run").contains("sandbox");
    }

    @Test
    void wrongUsageIsTwoAndSaysWhatIsRight() {
        assertThat(lanyard(Map.of(), "run", "kubernetes")).isEqualTo(2);
        assertThat(err.toString())
                .contains("There is no lab called 'kubernetes'. There are: service-id, registry, integrate-iam")
                .contains("Try './lanyard run --help'.");

        assertThat(lanyard(Map.of(), "run")).isEqualTo(2);
        assertThat(err.toString()).contains("Missing required parameter: 'LAB'");

        assertThat(lanyard(Map.of(), "run", "service-id", "--loud")).isEqualTo(2);
        assertThat(err.toString()).contains("Unknown option: '--loud'");

        assertThat(lanyard(Map.of(), "sandbox", "--port", "65534")).isEqualTo(2);
        assertThat(err.toString()).contains("--port is between 1 and 65532");

        assertThat(lanyard(Map.of(), "sandbox", "--port", "http")).isEqualTo(2);
        assertThat(lanyard(Map.of(), "dance", "now")).isEqualTo(2);
        assertThat(err.toString())
                .contains("There is no command 'dance'. There are: labs, run, verify, sandbox.")
                .contains("Try './lanyard --help'.");
    }

    @Test
    void playsALabInASandboxOfItsOwn() {
        assertThat(lanyard(Map.of(), "run", "service-id")).isZero();
        assertThat(out.toString())
                .contains("sandbox ready in")
                .contains("7 of 7 checked; cleaned up: 1 API key, 1 service ID")
                .matches("(?s)[\\x20-\\x7e\\n]*");
        assertThat(out.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void writesOneJsonDocument() {
        assertThat(lanyard(Map.of(), "run", "service-id", "--json", "-v")).isZero();

        var document = JsonParser.parseString(out.toString()).getAsJsonObject();
        assertThat(document.get("status").getAsString()).isEqualTo("pass");
        assertThat(document.getAsJsonArray("wire").toString()).contains("\"path\":\"/v1/serviceids/\"");
    }

    @Test
    void showsTheWireWhenAsked() {
        lanyard(Map.of(), "run", "service-id", "-v");

        assertThat(out.toString()).containsPattern("POST /v1/serviceids/  201  [0-9a-f]+");
    }

    @Test
    void neverPlaysAnAccountWideLabInARealAccount() {
        assertThat(lanyard(Map.of(), "run", "registry", "--real", "--account", "x"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("it only plays in the sandbox: leave out --real.");

        assertThat(lanyard(Map.of(), "run", "authorize-targets", "--real", "--account", "x"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("The lab 'authorize-targets' creates instances that cost money")
                .contains("it only plays in the sandbox: leave out --real.");
    }

    @Test
    void aRealAccountMustBeNamed(SandboxAccount account) {
        assertThat(lanyard(account.environment(), "run", "service-id", "--real"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--real needs --account ID");

        assertThat(lanyard(account.environment(), "run", "service-id", "--account", "x"))
                .isEqualTo(2);
        assertThat(lanyard(account.environment(), "run", "service-id", "--real", "--yes", "--account", "another"))
                .isEqualTo(3);
        assertThat(err.toString()).contains("IBMCLOUD_ACCOUNT_ID names " + account.id());
    }

    @Test
    void asksBeforeItTouchesARealAccount(SandboxAccount account) {
        var variables = account.environment();

        assertThat(lanyardHears(
                        "no\n",
                        variables,
                        "run",
                        "service-id",
                        "--real",
                        "--account",
                        account.id().value()))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("- Create a service ID")
                .contains("Type yes to start:")
                .contains("Nothing was done.");

        assertThat(lanyardHears(
                        "yes\n",
                        variables,
                        "run",
                        "service-id",
                        "--real",
                        "--account",
                        account.id().value()))
                .isZero();
        assertThat(out.toString()).contains("7 of 7 checked");
        assertThat(account.state().serviceIds().stream().toList()).isEmpty();
    }

    @Test
    void verifyNeedsToKnowWhereToLook() {
        assertThat(lanyard(Map.of(), "verify", "service-id")).isEqualTo(3);
        assertThat(err.toString()).contains("Start one with './lanyard sandbox --env-file lanyard.env'");

        assertThat(lanyard(Map.of("IBMCLOUD_IAM_URL", "https://iam.cloud.ibm.com"), "verify", "service-id"))
                .isEqualTo(3);
        assertThat(err.toString()).contains("To look at a real account, add --real.");

        assertThat(lanyard(Map.of("IBMCLOUD_IAM_URL", "http://127.0.0.1:1"), "verify", "service-id"))
                .isEqualTo(3);
        assertThat(err.toString()).contains("IBMCLOUD_API_KEY is not set");
    }

    @Test
    void verifyOnlyLooks(Sandbox sandbox) {
        var before = sandbox.account().state().serviceIds().stream().toList();

        assertThat(lanyard(sandbox.account().environment(), "verify", "service-id"))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("Nothing of this lab is there: it is not begun yet, or cleaned up already.")
                .contains("SKIP not done yet: there is a service ID of this name")
                .doesNotContain("FAIL");
        assertThat(sandbox.account().state().serviceIds().stream().toList()).isEqualTo(before);
    }

    @Test
    void saysInOneLineThatNobodyAnswers(SandboxAccount account) {
        var variables = new HashMap<>(account.environment());
        variables.put("IBMCLOUD_IAM_URL", "http://127.0.0.1:1");
        variables.keySet().removeIf(name -> name.startsWith("IAM_"));

        assertThat(lanyard(variables, "verify", "service-id")).isEqualTo(3);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(
                        "Nobody answers at http://127.0.0.1:1: start the sandbox if it does not run,"
                                + " and source its env file again.\n");
    }

    @Test
    void saysInOneLineThatTheKeyIsOfAnEarlierSandbox(SandboxAccount account) {
        var variables = new HashMap<>(account.environment());
        variables.put("IBMCLOUD_API_KEY", "a-key-of-yesterday");

        assertThat(lanyard(variables, "verify", "service-id")).isEqualTo(3);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .isEqualToNormalizingNewlines(variables.get("IBMCLOUD_IAM_URL")
                        + " gives no token for the key in IBMCLOUD_API_KEY: if the sandbox was started anew, source its env"
                        + " file again.\n");
    }

    @Test
    void saysOnceThatAServiceDoesNotAnswer(SandboxAccount account) {
        var variables = new HashMap<>(account.environment());
        variables.put("IBMCLOUD_RESOURCE_CONTROLLER_URL", "http://127.0.0.1:1");

        assertThat(lanyard(variables, "verify", "authorize-targets")).isEqualTo(3);
        assertThat(out.toString())
                .containsOnlyOnce("nobody answers at")
                .contains("SKIP not looked at", "(as above)")
                .doesNotContain("\tat ", " failed: ");
    }

    private int lanyard(Map<String, String> variables, String... arguments) {
        return lanyardHears("", variables, arguments);
    }

    private int lanyardHears(String typed, Map<String, String> variables, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var console = new Console(
                new BufferedReader(new StringReader(typed)),
                new PrintWriter(out),
                new PrintWriter(err),
                variables,
                false);
        return Lanyard.execute(console, arguments);
    }
}
