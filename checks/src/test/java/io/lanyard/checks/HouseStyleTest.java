// Checks: the rules of style that a machine can hold.
package io.lanyard.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class HouseStyleTest {

    private static final String[] SDK = {
        "io.lanyard.core..",
        "io.lanyard.identity..",
        "io.lanyard.accessgroups..",
        "io.lanyard.policy..",
        "io.lanyard.registry..",
        "io.lanyard.resources..",
        "io.lanyard.authorizations..",
        "io.lanyard.audit.."
    };

    /** Packages in which the JSON and HTTP libraries' types are part of what a client's author needs. */
    private static final String[] MEANT_TO_SHOW_LIBRARIES = {
        "io.lanyard.core.call..", "io.lanyard.core.json..", "io.lanyard.policy.wire.."
    };

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = House.classes().stream()
                .map(JavaClass::getPackage)
                .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unmarked).isEmpty();
    }

    @Test
    void noClassIsNamedForNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Impl)(\\$.*)?")
                .because("a name says what a thing is")
                .check(House.classes());
    }

    @Test
    void nothingSleeps() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class, int.class)
                .because("the clock and the sleeper are injected, and a test turns them")
                .check(House.classes());
    }

    @Test
    void theSdkPrintsNothing() {
        noClasses()
                .that()
                .resideInAnyPackage(SDK)
                .should(ACCESS_STANDARD_STREAMS)
                .check(House.classes());
    }

    @Test
    void publicApiOfTheSdkShowsNoLibrary() {
        classes()
                .that()
                .resideInAnyPackage(SDK)
                .and()
                .resideOutsideOfPackages(MEANT_TO_SHOW_LIBRARIES)
                .and()
                .resideOutsideOfPackage("..internal..")
                .and()
                .arePublic()
                .should(showNoTypesOf("okhttp3", "okio", "com.google.gson", "kotlin"))
                .check(House.classes());
    }

    private static ArchCondition<JavaClass> showNoTypesOf(String... libraries) {
        DescribedPredicate<JavaClass> foreign = DescribedPredicate.describe(
                "of " + String.join(", ", libraries),
                type -> Stream.of(libraries)
                        .anyMatch(library ->
                                type.getBaseComponentType().getPackageName().startsWith(library)));
        return new ArchCondition<>("show no types of " + String.join(", ", libraries)) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMembers().stream()
                        .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                                || member.getModifiers().contains(JavaModifier.PROTECTED))
                        .filter(member ->
                                member.getAllInvolvedRawTypes().stream().anyMatch(foreign))
                        .forEach(member -> events.add(SimpleConditionEvent.violated(member, member.getDescription())));
            }
        };
    }
}
