// Registry, tests: every operation on namespaces.
package io.lanyard.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanyard.core.AccountId;
import io.lanyard.core.DecodeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamespacesTest extends Wired {

    @Test
    void lists() {
        answers(200, "[\"my_namespace\", \"other\"]");

        assertThat(registry.namespaces().list()).containsExactly("my_namespace", "other");

        assertThat(sent()).isEqualTo("GET /api/v1/namespaces" + HEADERS);
    }

    @Test
    void listsDetails() {
        answers(200, """
                [{"name": "my_namespace", "account": "acc-1",
                  "crn": "crn:v1:bluemix:public:container-registry:us-south:a/acc-1::namespace:my_namespace",
                  "resource_group": "group-1", "created_date": "2024-10-04T14:05:06.789Z",
                  "updated_date": "2024-10-05T14:05:06Z", "resource_created_date": "2024-10-06T14:05:06Z"},
                 {"name": "bare", "crn": "", "resource_group": ""}]
                """);

        var namespaces = registry.namespaces().details();

        assertThat(sent()).isEqualTo("GET /api/v1/namespaces/details" + HEADERS);
        var full = namespaces.get(0);
        assertThat(full.name()).isEqualTo("my_namespace");
        assertThat(full.account()).contains(AccountId.of("acc-1"));
        assertThat(full.crn().orElseThrow().region()).isEqualTo("us-south");
        assertThat(full.resourceGroup()).contains("group-1");
        assertThat(full.createdDate()).contains(Instant.parse("2024-10-04T14:05:06.789Z"));
        assertThat(full.updatedDate()).contains(Instant.parse("2024-10-05T14:05:06Z"));
        assertThat(full.resourceCreatedDate()).contains(Instant.parse("2024-10-06T14:05:06Z"));
        assertThat(namespaces.get(1).crn()).isEmpty();
    }

    @Test
    void createsAndSaysThatItIsNew() {
        answers(201, "{\"namespace\": \"my_namespace\"}");

        var created = registry.namespaces().create("my_namespace");

        assertThat(created).isEqualTo(new CreatedNamespace("my_namespace", false));
        assertThat(sent()).isEqualTo("PUT /api/v1/namespaces/my_namespace" + HEADERS);
    }

    @Test
    void findsThatItExisted() {
        answers(200, "{\"namespace\": \"my_namespace\"}");

        assertThat(registry.namespaces().create("my_namespace").existed()).isTrue();
    }

    @Test
    void createsInAResourceGroup() {
        answers(201, "{\"namespace\": \"my_namespace\"}");

        registry.namespaces().create("my_namespace", n -> n.resourceGroup("group-1"));

        assertThat(sent())
                .isEqualTo("PUT /api/v1/namespaces/my_namespace" + HEADERS + "\nX-Auth-Resource-Group: group-1");
    }

    @Test
    void assignsToAResourceGroup() {
        answers(200, "{\"namespace\": \"my_namespace\"}");

        registry.namespaces().assign("my_namespace", "group-1");

        assertThat(sent())
                .isEqualTo("PATCH /api/v1/namespaces/my_namespace" + HEADERS + "\nX-Auth-Resource-Group: group-1");
    }

    @Test
    void deletes() {
        answersNoContent();

        registry.namespaces().delete("my_namespace");

        assertThat(sent()).isEqualTo("DELETE /api/v1/namespaces/my_namespace" + HEADERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a\nb"})
    void refusesANameThatWouldLeaveItsPlace(String name) {
        assertThatThrownBy(() -> registry.namespaces().delete(name)).isInstanceOf(IllegalArgumentException.class);

        assertThat(wire.getAllServeEvents()).isEmpty();
    }

    @Test
    void refusesAResourceGroupThatWouldBeginAnotherHeader() {
        assertThatThrownBy(() -> registry.namespaces().assign("my_namespace", "group-1\r\nAccount: other"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("X-Auth-Resource-Group");

        assertThat(wire.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[null]", "[\"a\"", "[{}]", "<html>"})
    void refusesAnAnswerThatIsNoListOfNames(String body) {
        answers(200, body);

        assertThatThrownBy(() -> registry.namespaces().list()).isInstanceOf(DecodeException.class);
    }
}
