// Room: sandbox-eventstreams, tests. How a Java client logs in with an IAM token.
package io.lanyard.sandbox.eventstreams;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.auth.SaslExtensionsCallback;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerToken;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerTokenCallback;

/** Gets a token for an API key, as IBM's own handler does; the options of the JAAS line are {@code apikey} and {@code iam}. */
public final class IamLogin implements AuthenticateCallbackHandler {
    private Map<String, ?> options = Map.of();

    /** Made by Kafka. */
    public IamLogin() {}

    /** Kafka lets clients of one JVM share a token when their settings are the same: these never are. */
    static Clients clients(StreamScene scene, String apiKey) {
        return Clients.with(
                        scene.brokers(),
                        "OAUTHBEARER",
                        "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required apikey=\""
                                + apiKey + "\" iam=\"" + scene.sandbox().url() + "\" client=\"" + UUID.randomUUID()
                                + "\";")
                .also("sasl.login.callback.handler.class", IamLogin.class.getName());
    }

    @Override
    public void configure(Map<String, ?> settings, String mechanism, List<AppConfigurationEntry> jaas) {
        options = jaas.get(0).getOptions();
    }

    @Override
    public void handle(Callback[] callbacks) throws IOException, UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (callback instanceof OAuthBearerTokenCallback wanted) {
                wanted.token(token());
            } else if (!(callback instanceof SaslExtensionsCallback)) {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }

    private OAuthBearerToken token() throws IOException {
        var form = "grant_type=" + URLEncoder.encode("urn:ibm:params:oauth:grant-type:apikey", StandardCharsets.UTF_8)
                + "&apikey=" + options.get("apikey");
        var request = HttpRequest.newBuilder(URI.create(options.get("iam") + "/identity/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            return new Token(JsonParser.parseString(answer.body()).getAsJsonObject());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    @Override
    public void close() {}

    private record Token(JsonObject answer) implements OAuthBearerToken {
        @Override
        public String value() {
            return answer.get("access_token").getAsString();
        }

        @Override
        public Set<String> scope() {
            return Set.of();
        }

        @Override
        public long lifetimeMs() {
            return System.currentTimeMillis() + answer.get("expires_in").getAsLong() * 1_000;
        }

        @Override
        public String principalName() {
            return "me";
        }

        @Override
        public Long startTimeMs() {
            return System.currentTimeMillis();
        }
    }
}
