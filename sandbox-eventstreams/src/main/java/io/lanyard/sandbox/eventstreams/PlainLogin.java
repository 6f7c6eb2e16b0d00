// Room: sandbox-eventstreams.
package io.lanyard.sandbox.eventstreams;

import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.services.streams.Gatekeeper;
import java.nio.charset.StandardCharsets;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Map;
import javax.security.auth.callback.CallbackHandler;
import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;
import javax.security.sasl.SaslServerFactory;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.jspecify.annotations.Nullable;

/**
 * SASL PLAIN whose principal is the owner of the API key. Kafka's own has the user name for a principal, which is {@code token}
 * for everybody; and it can only be replaced where Java looks for SASL mechanisms. Brokers that aren't the sandbox's keep
 * Kafka's.
 */
final class PlainLogin implements SaslServer {
    private static final String PLAIN = "PLAIN";

    /** The words of Kafka's own, which clients show. */
    private static final String REFUSED = "Authentication failed: Invalid username or password";

    private final Gatekeepers.Post post;
    private @Nullable String address;
    private @Nullable String principal;
    private String ticket = "";

    private PlainLogin(Gatekeepers.Post post) {
        this.post = post;
    }

    /** Registers it, once per JVM. */
    static void register() {
        Security.insertProviderAt(Mechanisms.ONCE, 1);
    }

    @Override
    public byte[] evaluateResponse(byte[] response) {
        List<String> parts = List.of(new String(response, StandardCharsets.UTF_8).split("\0", -1));
        if (parts.size() != 3 || parts.get(1).isEmpty() || parts.get(2).isEmpty()) {
            throw new SaslAuthenticationException("Authentication failed: user name and password are needed");
        }
        String actingAs = parts.get(0);
        String user = parts.get(1);
        if (!actingAs.isEmpty() && !actingAs.equals(user)) {
            throw new SaslAuthenticationException(
                    "Authentication failed: Client requested an authorization id that is different from username");
        }
        if (post.itself(user, parts.get(2))) {
            principal = Gatekeepers.ITSELF;
        } else {
            var entry = byKey(user, parts.get(2));
            ticket = entry.ticket();
            principal = entry.principal();
        }
        return new byte[0];
    }

    private Gatekeeper.Entry byKey(String user, String key) {
        post.addresses().run();
        if (address == null) {
            throw new SaslAuthenticationException(
                    "Authentication failed: Kafka didn't tell where the client calls from, so it can't be let in");
        }
        try {
            return post.gatekeeper().byKey(user, key, address);
        } catch (Refusal refused) {
            throw new SaslAuthenticationException(
                    refused.problem() == Problem.FORBIDDEN ? "Authentication failed: " + refused.message() : REFUSED);
        }
    }

    /** Tells where the client calls from: Kafka says it to whoever makes the principal, but not to a mechanism. */
    void comesFrom(String peer) {
        address = peer;
    }

    String ticket() {
        return ticket;
    }

    @Override
    public String getMechanismName() {
        return PLAIN;
    }

    @Override
    public boolean isComplete() {
        return principal != null;
    }

    @Override
    public String getAuthorizationID() {
        if (principal == null) {
            throw new IllegalStateException("nobody has logged in");
        }
        return principal;
    }

    @Override
    public @Nullable Object getNegotiatedProperty(String name) {
        return null;
    }

    @Override
    public byte[] unwrap(byte[] incoming, int offset, int length) throws SaslException {
        throw new SaslException("PLAIN protects nothing");
    }

    @Override
    public byte[] wrap(byte[] outgoing, int offset, int length) throws SaslException {
        throw new SaslException("PLAIN protects nothing");
    }

    @Override
    public void dispose() {}

    /** What Java finds it by. Another copy of these classes in the JVM registers one of its own. */
    private static final class Mechanisms extends Provider {
        private static final long serialVersionUID = 1L;
        private static final Mechanisms ONCE = new Mechanisms();

        private Mechanisms() {
            super(
                    "LanyardEventStreams-" + Integer.toHexString(System.identityHashCode(PlainLogin.class)),
                    "1",
                    "SASL PLAIN for the brokers of the sandbox");
            putService(new Service(this, "SaslServerFactory", PLAIN, Factory.class.getName(), List.of(), Map.of()) {
                @Override
                public Object newInstance(@Nullable Object parameter) {
                    return new Factory();
                }
            });
        }
    }

    private static final class Factory implements SaslServerFactory {
        @Override
        public @Nullable SaslServer createSaslServer(
                String mechanism,
                String protocol,
                @Nullable String serverName,
                @Nullable Map<String, ?> settings,
                @Nullable CallbackHandler handler) {
            return mechanism.equals(PLAIN)
                    ? Gatekeepers.of(settings).map(PlainLogin::new).orElse(null)
                    : null;
        }

        @Override
        public String[] getMechanismNames(@Nullable Map<String, ?> settings) {
            return new String[] {PLAIN};
        }
    }
}
