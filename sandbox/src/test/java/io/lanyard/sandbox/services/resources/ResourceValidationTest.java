// Room: sandbox / resources, tests.
package io.lanyard.sandbox.services.resources;

import static io.lanyard.sandbox.Actor.json;
import static io.lanyard.sandbox.Actor.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.sandbox.RouteScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups, instances and keys over HTTP: badly asked. */
class ResourceValidationTest extends RouteScene {
    private String group;

    @BeforeEach
    void open() {
        group = ResourcePart.of(account.state()).defaultGroup().id();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /v2/resource_instances?limit=0 | | 400",
                "GET    | /v2/resource_instances?limit=x | | 400",
                "GET    | /v2/resource_instances?start=nonsense | | 400",
                "GET    | /v2/resource_instances?updated_from=yesterday | | 400",
                "GET    | /v2/resource_instances?colour=red | | 400",
                "GET    | /v2/resource_instances/none | | 404",
                "DELETE | /v2/resource_instances/none?recursive=maybe | | 400",
                "GET    | /v2/resource_keys/none | | 404",
                "GET    | /v2/resource_groups/none | | 404",
                "GET    | /v2/resource_groups?default=maybe | | 400",
                "GET    | /v2/quota_definitions/none | | 404",
                "POST   | /v1/reclamations/none/actions/restore | {} | 404",
                "POST   | /v2/resource_groups | {} | 400",
                "POST   | /v2/resource_groups | {\"name\":\" \"} | 400",
                "POST   | /v2/resource_groups | {\"name\":\"Default\"} | 409",
                "POST   | /v2/resource_groups | {\"name\":7} | 400",
                "PATCH  | /v2/resource_groups/GROUP | {\"state\":\"ASLEEP\"} | 400",
                "DELETE | /v2/resource_groups/GROUP | | 400",
                "POST   | /v2/resource_instances | {\"name\":\"x\"} | 400",
                "POST   | /v2/resource_instances | {\"name\":\"x\",\"target\":\"mars\",\"resource_group\":\"GROUP\",\"resource_plan_id\":\"logs-standard\"} | 400",
                "POST   | /v2/resource_instances | {\"name\":\"x\",\"target\":\"eu-de\",\"resource_group\":\"none\",\"resource_plan_id\":\"logs-standard\"} | 404",
                "POST   | /v2/resource_instances | {\"name\":\"x\",\"target\":\"eu-de\",\"resource_group\":\"GROUP\",\"resource_plan_id\":\"none\"} | 404",
                "PATCH  | /v2/resource_instances/INSTANCE | {\"resource_plan_id\":\"logs-standard\"} | 400",
                "PATCH  | /v2/resource_instances/INSTANCE | {\"name\":\" \"} | 400",
                "POST   | /v2/resource_keys | {\"name\":\"k\",\"source\":\"none\"} | 404",
                "POST   | /v2/resource_keys | {\"name\":\"k\",\"source\":\"INSTANCE\",\"role\":\"Emperor\"} | 400",
                "POST   | /v2/resource_keys | {\"name\":\"k\",\"source\":\"INSTANCE\",\"parameters\":{\"HMAC\":\"yes\"}} | 400",
                "POST   | /v2/resource_keys | {\"name\":\"k\",\"source\":\"INSTANCE\",\"parameters\":{\"serviceid_crn\":\"x\"}} | 400",
            })
    void saysWhatIsWrong(String method, String path, String body, int status) {
        String streams = text(
                owner.post(
                        "/v2/resource_instances",
                        json(
                                "name", "streams",
                                "target", "us-south",
                                "resource_group", group,
                                "resource_plan_id", "messagehub-standard")),
                "guid");

        var answer = owner.send(method, named(path, streams), body == null ? "" : named(body, streams));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("status_code").getAsInt()).isEqualTo(status);
        assertThat(answer.json().get("trace").getAsString()).isEqualTo(answer.header("Transaction-Id"));
    }

    private String named(String text, String instance) {
        return text.replace("GROUP", group).replace("INSTANCE", instance);
    }
}
