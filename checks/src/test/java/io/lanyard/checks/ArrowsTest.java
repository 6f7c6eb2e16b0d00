// Checks: who may know whom. The arrows point one way: workshop -> sandbox -> sdk-* -> sdk-core.
package io.lanyard.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArrowsTest {

    private static final String CORE = "io.lanyard.core..";
    private static final String IDENTITY = "io.lanyard.identity..";
    private static final String ACCESS_GROUPS = "io.lanyard.accessgroups..";
    private static final String POLICY = "io.lanyard.policy..";
    private static final String REGISTRY = "io.lanyard.registry..";
    private static final String RESOURCES = "io.lanyard.resources..";
    private static final String AUTHORIZATIONS = "io.lanyard.authorizations..";
    private static final String AUDIT = "io.lanyard.audit..";
    private static final String SANDBOX = "io.lanyard.sandbox..";
    private static final String WORKSHOP = "io.lanyard.workshop..";

    static Stream<Arguments> whoMayNotKnowWhom() {
        return Stream.of(
                Arguments.of(CORE, new String[] {
                    IDENTITY, ACCESS_GROUPS, POLICY, REGISTRY, RESOURCES, AUTHORIZATIONS, AUDIT, SANDBOX, WORKSHOP
                }),
                Arguments.of(IDENTITY, new String[] {
                    ACCESS_GROUPS, POLICY, REGISTRY, RESOURCES, AUTHORIZATIONS, AUDIT, SANDBOX, WORKSHOP
                }),
                Arguments.of(
                        ACCESS_GROUPS,
                        new String[] {IDENTITY, POLICY, REGISTRY, RESOURCES, AUTHORIZATIONS, AUDIT, SANDBOX, WORKSHOP}),
                Arguments.of(POLICY, new String[] {
                    IDENTITY, ACCESS_GROUPS, REGISTRY, RESOURCES, AUTHORIZATIONS, AUDIT, SANDBOX, WORKSHOP
                }),
                Arguments.of(REGISTRY, new String[] {
                    IDENTITY, ACCESS_GROUPS, POLICY, RESOURCES, AUTHORIZATIONS, AUDIT, SANDBOX, WORKSHOP
                }),
                Arguments.of(RESOURCES, new String[] {
                    IDENTITY, ACCESS_GROUPS, POLICY, REGISTRY, AUTHORIZATIONS, AUDIT, SANDBOX, WORKSHOP
                }),
                Arguments.of(
                        AUTHORIZATIONS,
                        new String[] {IDENTITY, ACCESS_GROUPS, REGISTRY, RESOURCES, AUDIT, SANDBOX, WORKSHOP}),
                Arguments.of(
                        AUDIT,
                        new String[] {IDENTITY, ACCESS_GROUPS, REGISTRY, RESOURCES, AUTHORIZATIONS, SANDBOX, WORKSHOP}),
                Arguments.of(SANDBOX, new String[] {WORKSHOP}));
    }

    @ParameterizedTest
    @MethodSource("whoMayNotKnowWhom")
    void arrowsPointOneWay(String room, String[] strangers) {
        noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(strangers)
                .check(House.classes());
    }

    @Test
    void onlyCoreKnowsTheHttpLibrary() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        IDENTITY, ACCESS_GROUPS, POLICY, REGISTRY, RESOURCES, AUTHORIZATIONS, AUDIT, SANDBOX)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("okhttp3..", "okio..", "java.net.http..")
                .because("how a call travels is written once, in sdk-core")
                .check(House.classes());
    }

    @Test
    void nothingThatIsShippedKnowsTestLibraries() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        CORE, IDENTITY, ACCESS_GROUPS, POLICY, REGISTRY, RESOURCES, AUTHORIZATIONS, AUDIT, WORKSHOP)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.junit..", "com.github.tomakehurst..", "org.assertj..", "io.lanyard.contracts..")
                .check(House.classes());
    }

    @Test
    void onlyTheExtensionKnowsTestLibraries() {
        noClasses()
                .that()
                .resideInAPackage(SANDBOX)
                .and()
                .resideOutsideOfPackage("io.lanyard.sandbox.junit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.junit..",
                        "com.github.tomakehurst..",
                        "org.assertj..",
                        "io.lanyard.contracts..",
                        "io.lanyard.sandbox.junit..")
                .because("a sandbox starts without them: on a terminal, and in a lab")
                .check(House.classes());
    }

    @Test
    void theSandboxRunsWithoutKafka() {
        noClasses()
                .that()
                .resideInAPackage(SANDBOX)
                .and()
                .resideOutsideOfPackage("io.lanyard.sandbox.eventstreams..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "kafka..", "scala..", "io.lanyard.sandbox.eventstreams..")
                .because("only who wants a broker carries one")
                .check(House.classes());
    }

    @Test
    void theDecisionEngineIsPure() {
        noClasses()
                .that()
                .resideInAPackage("io.lanyard.policy.decision..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.lanyard.core.call..", "java.net..", "java.nio.file..")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .because("a decision is a function of a snapshot and a request")
                .check(House.classes());
    }
}
