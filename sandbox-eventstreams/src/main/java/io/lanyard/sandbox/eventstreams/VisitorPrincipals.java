// Room: sandbox-eventstreams.
package io.lanyard.sandbox.eventstreams;

import java.nio.charset.StandardCharsets;
import javax.security.sasl.SaslServer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.security.auth.AuthenticationContext;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.security.auth.KafkaPrincipalBuilder;
import org.apache.kafka.common.security.auth.KafkaPrincipalSerde;
import org.apache.kafka.common.security.auth.SaslAuthenticationContext;

/** Makes a {@link Visitor} of whoever has logged in, and writes him for the controller. Kafka makes it by its name, so it is public. */
public final class VisitorPrincipals implements KafkaPrincipalBuilder, KafkaPrincipalSerde {
    /** Where Kafka's server of OAUTHBEARER keeps the token that it was shown. */
    private static final String TOKEN = "OAUTHBEARER.token";

    /** Stands in none of the three. */
    private static final String BETWEEN = "\n";

    /** Made by Kafka. */
    public VisitorPrincipals() {}

    @Override
    public KafkaPrincipal build(AuthenticationContext context) {
        return context instanceof SaslAuthenticationContext sasl
                ? visitor(sasl.server(), sasl.clientAddress().getHostAddress())
                : KafkaPrincipal.ANONYMOUS;
    }

    private static KafkaPrincipal visitor(SaslServer server, String address) {
        if (server instanceof PlainLogin plain) {
            plain.comesFrom(address);
            return plain.isComplete()
                    ? new Visitor(plain.getAuthorizationID(), plain.ticket(), address)
                    : KafkaPrincipal.ANONYMOUS;
        }
        // a client that hasn't said yet how it logs in has no server
        return server != null
                        && server.isComplete()
                        && server.getNegotiatedProperty(TOKEN) instanceof TokenLogin.Shown shown
                ? new Visitor(shown.principalName(), shown.ticket(), address)
                : KafkaPrincipal.ANONYMOUS;
    }

    @Override
    public byte[] serialize(KafkaPrincipal principal) {
        if (principal instanceof Visitor visitor) {
            return String.join(BETWEEN, visitor.getName(), visitor.ticket(), visitor.address())
                    .getBytes(StandardCharsets.UTF_8);
        }
        throw new SerializationException("nobody of this broker's: " + principal);
    }

    @Override
    public KafkaPrincipal deserialize(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split(BETWEEN, -1);
        if (parts.length != 3) {
            throw new SerializationException("nobody of this broker's");
        }
        return new Visitor(parts[0], parts[1], parts[2]);
    }
}
