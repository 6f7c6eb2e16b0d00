package io.lanyard.core.call;

import io.lanyard.core.Credentials;
import io.lanyard.core.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Core, call: tokens from IAM's token endpoint. Asking twice does no harm, so the pipeline may repeat it. */
final class IamGrant implements Grant {

    private static final Duration UNTOLD = Duration.ofMinutes(1);

    private final Pipeline pipeline;
    private final Map<String, String> form;
    private final Optional<String> client;
    private volatile String refreshToken;

    /** What IAM answers. The life is taken as a length: a clock that differs from IAM's must not make tokens look stale. */
    private record Answered(Secret accessToken, Optional<String> refreshToken, Optional<Long> expiresIn) {}

    private IamGrant(Pipeline pipeline, Map<String, String> form, Optional<String> client, String refreshToken) {
        this.pipeline = pipeline;
        this.form = form;
        this.client = client;
        this.refreshToken = refreshToken;
    }

    static Grant of(Pipeline pipeline, Credentials.ApiKey credentials) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "urn:ibm:params:oauth:grant-type:apikey");
        form.put("apikey", credentials.key().reveal());
        return new IamGrant(pipeline, form, Optional.empty(), "");
    }

    static Grant of(Pipeline pipeline, Credentials.RefreshToken credentials) {
        var pair = credentials.clientId() + ":" + credentials.clientSecret().reveal();
        var basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return new IamGrant(
                pipeline,
                Map.of("grant_type", "refresh_token"),
                Optional.of(basic),
                credentials.token().reveal());
    }

    @Override
    public Granted ask(Deadline deadline) {
        var fields = new LinkedHashMap<>(form);
        if (!refreshToken.isEmpty()) {
            fields.put("refresh_token", refreshToken);
        }
        var call = new Service(pipeline, Endpoint.IAM)
                .post("getToken", "/identity/token")
                .anonymous()
                .idempotent()
                .header("Authorization", client.orElse(null))
                .form(fields);
        var answer = call.as(Answered.class, deadline);
        var next = answer.refreshToken().orElse("");
        if (!refreshToken.isEmpty() && !next.isBlank() && !next.equals("not_supported")) {
            refreshToken = next;
        }
        long seconds = answer.expiresIn().orElse(0L);
        return new Granted(
                new Token(answer.accessToken().reveal()), seconds > 0 ? Duration.ofSeconds(seconds) : UNTOLD);
    }
}
