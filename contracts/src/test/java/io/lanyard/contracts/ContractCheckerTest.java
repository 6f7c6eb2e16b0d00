// Contracts: what the checker finds, and what it lets pass.
package io.lanyard.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractCheckerTest {

    private static final ContractChecker CHECKER = new ContractChecker();
    private static final Map<String, List<String>> JSON = Map.of("Content-Type", List.of("application/json"));
    private static final Map<String, List<String>> FORM =
            Map.of("Content-Type", List.of("application/x-www-form-urlencoded"));
    private static final String SERVICE_ID = """
            {"id":"ServiceId-1","iam_id":"iam-ServiceId-1","entity_tag":"1-a","crn":"crn:v1::","locked":false,
             "created_at":"2024-10-04T14:05+0000","modified_at":"2024-10-04T14:05+0000","account_id":"a","name":"n"}""";

    @Test
    void knowsEveryOperation() {
        assertThat(CHECKER.operations()).hasSizeGreaterThanOrEqualTo(342).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/serviceids/, iam-identity:listServiceIds",
        "GET, /v1/serviceids/ServiceId-1, iam-identity:getServiceId",
        "POST, /v1/apikeys, iam-identity:createApiKey",
        "GET, /v1/apikeys/details, iam-identity:getApiKeysDetails",
        "PUT, /v2/policies/4, iam-policy-management:replaceV2Policy",
        "GET, /v1/enterprises/4, enterprise-management:getEnterprise",
        "DELETE, /api/v1/images/us.icr.io%2Fa%2Fb, container-registry:deleteImage",
    })
    void findsTheOperation(String method, String path, String operation) {
        assertThat(CHECKER.operation(request(method, path, JSON, null))).contains(operation);
    }

    @Test
    void takesTheTrailingSlashSeriously() {
        assertThat(CHECKER.operation(request("GET", "/v1/serviceids", JSON, null)))
                .isEmpty();
        assertThat(keys(CHECKER.checkRequest(request("GET", "/v1/serviceids", JSON, null))))
                .containsExactly("operation.unknown");
    }

    @Test
    void acceptsAGoodRequest() {
        assertThat(CHECKER.checkRequest(request(
                        "POST",
                        "/v1/serviceids/",
                        JSON,
                        "{\"account_id\":\"a\",\"name\":\"n\",\"unique_instance_crns\":[]}")))
                .isEmpty();
    }

    @Test
    void namesAMissingField() {
        assertThat(CHECKER.checkRequest(request("POST", "/v1/serviceids/", JSON, "{\"name\":\"n\"}")))
                .singleElement()
                .satisfies(violation -> assertThat(violation.line())
                        .startsWith("iam-identity:createServiceId (POST /v1/serviceids/)")
                        .contains("account_id"));
    }

    @Test
    void refusesAFieldThatNoContractKnows() {
        assertThat(keys(CHECKER.checkRequest(request(
                        "POST", "/v1/serviceids/", JSON, "{\"account_id\":\"a\",\"name\":\"n\",\"nmae\":\"x\"}"))))
                .containsExactly("validation.request.body.schema.additionalProperties");
    }

    @Test
    void refusesAQueryParameterThatNoContractKnows() {
        assertThat(keys(CHECKER.checkRequest(request("GET", "/v1/serviceids/?acount_id=a", JSON, null))))
                .containsExactly("validation.request.parameter.query.unexpected");
    }

    @Test
    void demandsIfMatchWhereItIsRequired() {
        assertThat(keys(CHECKER.checkRequest(request("PUT", "/v1/serviceids/ServiceId-1", JSON, "{\"name\":\"n\"}"))))
                .containsExactly("validation.request.parameter.header.missing");
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aapikey&apikey=k, iam-token:getTokenApiKey",
        "grant_type=refresh_token&refresh_token=r, iam-token:getTokenRefresh",
        "grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Adelegated-refresh-token&refresh_token=r, iam-token:getTokenDelegatedRefresh",
        "grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aassume&access_token=t&profile_id=p, iam-token:getTokenAssume",
    })
    void tellsTheTokenGrantsApart(String body, String operation) {
        Exchange grant = request("POST", "/identity/token", FORM, body);

        assertThat(CHECKER.operation(grant)).contains(operation);
        assertThat(CHECKER.checkRequest(grant)).isEmpty();
    }

    @Test
    void holdsAGrantToItsOwnFields() {
        assertThat(CHECKER.checkRequest(request("POST", "/identity/token", FORM, "grant_type=refresh_token&apikey=k")))
                .isNotEmpty();
    }

    @Test
    void acceptsAGoodAnswerWithTimesAsIamWritesThem() {
        assertThat(CHECKER.checkAnswer(request("GET", "/v1/serviceids/ServiceId-1", Map.of(), null)
                        .answered(200, JSON, SERVICE_ID)))
                .isEmpty();
    }

    @Test
    void findsAFieldOfTheWrongType() {
        String odd = SERVICE_ID.replace("\"locked\":false", "\"locked\":\"no\"");

        assertThat(keys(CHECKER.checkAnswer(request("GET", "/v1/serviceids/ServiceId-1", Map.of(), null)
                        .answered(200, JSON, odd))))
                .containsExactly("validation.response.body.schema.type");
    }

    @Test
    void refusesASuccessThatIsNotDocumented() {
        assertThat(keys(CHECKER.checkAnswer(request("GET", "/v1/serviceids/ServiceId-1", Map.of(), null)
                        .answered(206, JSON, SERVICE_ID))))
                .containsExactly("validation.response.status.unknown");
    }

    @Test
    void demandsThatNoContentHasNone() {
        Exchange delete = request("DELETE", "/v1/serviceids/ServiceId-1", Map.of(), null);

        assertThat(CHECKER.checkAnswer(delete.answered(204, Map.of(), null))).isEmpty();
        assertThat(keys(CHECKER.checkAnswer(delete.answered(204, JSON, "{}"))))
                .containsExactly("validation.response.body.unexpected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /identity/token | {'errorCode':'BXNIM0415E','errorMessage':'m','context':{'requestId':'r','requestType':'t'}}",
                "GET | /v1/serviceids/x | {'status_code':'404','errors':[{'code':'not_found','message':'m'}],'trace':'t'}",
                "GET | /v2/policies/x | {'status_code':404,'errors':[{'code':'policy_not_found','message':'m'}],'trace':'t'}",
                "GET | /v2/policies/x | {'status_code':409,'errors':[{'code':'policy_conflict_error','message':'m','details':{'conflicts_with':{'etag':'1','policy':{'id':'p'}}}}],'trace':'t'}",
                "GET | /api/v1/auth | {'code':'CRG0009E','message':'m','request-id':'r'}",
                "GET | /v2/groups | {'status_code':403,'errors':[{'code':'forbidden','message':'m'}],'trace':'t'}",
            })
    void knowsEachApisErrorShape(String method, String path, String body) {
        Exchange request = path.equals("/identity/token")
                ? request(method, path, FORM, "grant_type=refresh_token&refresh_token=r")
                : request(method, path, Map.of(), null);

        assertThat(CHECKER.checkAnswer(request.answered(400, JSON, body.replace('\'', '"'))))
                .isEmpty();
        assertThat(CHECKER.checkAnswer(request.answered(400, JSON, "{\"error\":\"something\"}")))
                .isNotEmpty();
    }

    @Test
    void holdsPolicyErrorsToTheKnownCodes() {
        assertThat(keys(CHECKER.checkAnswer(request("GET", "/v2/policies/x", Map.of(), null)
                        .answered(
                                403,
                                JSON,
                                "{\"errors\":[{\"code\":\"insufficient_permissions\",\"message\":\"m\"}],"
                                        + "\"trace\":\"t\",\"status_code\":403}"))))
                .containsExactly("validation.response.body.schema.enum");
    }

    @Test
    void everyExceptionNamesItsSource() {
        assertThat(KnownDifferences.read().all()).allSatisfy(difference -> {
            assertThat(difference.what()).isNotBlank();
            assertThat(difference.why()).isNotBlank();
            assertThat(difference.source()).isNotBlank();
        });
    }

    @Test
    void everyContractLoadsWhole() {
        for (String service : Facts.SERVICES) {
            Contract contract = Contract.read(service);
            Operation first = contract.operations().get(0);
            Exchange unlikely =
                    request(first.method(), first.template().replaceAll("\\{[^}]*}", "x"), JSON, "not JSON");

            assertThat(contract.request(unlikely).getMessages())
                    .as(service)
                    .noneMatch(message -> message.getKey().equals("validation.request.path.missing"));
        }
    }

    private static Exchange request(
            String method, String target, Map<String, List<String>> headers, @Nullable String body) {
        return Exchange.request(method, target, headers, body);
    }

    private static List<String> keys(List<Violation> violations) {
        return violations.stream().map(Violation::key).toList();
    }
}
