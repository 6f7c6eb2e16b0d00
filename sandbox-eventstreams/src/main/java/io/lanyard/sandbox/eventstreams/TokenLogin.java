// Room: sandbox-eventstreams.
package io.lanyard.sandbox.eventstreams;

import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.services.streams.Gatekeeper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerExtensionsValidatorCallback;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerToken;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallback;

/** SASL OAUTHBEARER with IAM access tokens. Kafka makes it by its name, so it is public. */
public final class TokenLogin implements AuthenticateCallbackHandler {
    private Optional<Gatekeeper> gatekeeper = Optional.empty();

    /** Made by Kafka. */
    public TokenLogin() {}

    @Override
    public void configure(Map<String, ?> settings, String mechanism, List<AppConfigurationEntry> jaas) {
        gatekeeper = Gatekeepers.of(settings).map(Gatekeepers.Post::gatekeeper);
    }

    @Override
    public void handle(Callback[] callbacks) throws UnsupportedCallbackException {
        for (Callback callback : callbacks) {
            if (callback instanceof OAuthBearerValidatorCallback token) {
                validate(token);
            } else if (callback instanceof OAuthBearerExtensionsValidatorCallback extensions) {
                extensions.inputExtensions().map().keySet().forEach(extensions::valid);
            } else {
                throw new UnsupportedCallbackException(callback);
            }
        }
    }

    private void validate(OAuthBearerValidatorCallback callback) {
        try {
            var entry = gatekeeper.orElseThrow().byToken(callback.tokenValue());
            callback.token(new Shown(callback.tokenValue(), entry));
        } catch (Refusal refused) {
            callback.error("invalid_token", null, null);
        }
    }

    @Override
    public void close() {}

    /** A token as the broker keeps it: it has to be renewed as long before its end as the sandbox's clock says. */
    record Shown(String value, String principalName, String ticket, long lifetimeMs) implements OAuthBearerToken {
        Shown(String value, Gatekeeper.Entry entry) {
            this(
                    value,
                    entry.principal(),
                    entry.ticket(),
                    System.currentTimeMillis()
                            + Duration.between(entry.now(), entry.until()).toMillis());
        }

        @Override
        public Set<String> scope() {
            return Set.of();
        }

        @Override
        public Long startTimeMs() {
            return System.currentTimeMillis();
        }

        @Override
        public String toString() {
            return "Shown[" + principalName + "]";
        }
    }
}
