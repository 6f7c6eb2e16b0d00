package io.lanyard.workshop.oci;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.lanyard.core.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Registry client: one region's registry, as a client like docker sees it. */
public final class OciRegistry {
    private static final Duration DEFAULT_LIFETIME = Duration.ofSeconds(60);

    private final HttpUrl base;
    private final Exchange exchange;

    private OciRegistry(HttpUrl base, Exchange exchange) {
        this.base = base;
        this.exchange = exchange;
    }

    /**
     * Names a registry.
     *
     * @param http sends the calls
     * @param url scheme, host and port
     * @param wire hears of each exchange
     * @return the registry; nothing has been sent yet
     */
    public static OciRegistry at(OkHttpClient http, String url, Wire wire) {
        return at(http, url, wire, OciRegistry::await);
    }

    static OciRegistry at(OkHttpClient http, String url, Wire wire, Exchange.Pause pause) {
        return new OciRegistry(HttpUrl.get(url), new Exchange(http, wire, pause));
    }

    /**
     * Logs in, as {@code docker login} does: the key must be right, but needs no access to anything.
     *
     * @param user {@code iamapikey}, or another of the user names that IBM defines
     * @param password the API key, or what goes with the user name
     * @return what a logged-in person can do
     * @throws OciException when the registry refuses the password or doesn't answer
     */
    public RegistrySession login(String user, Secret password) {
        var operation = "log in to " + address();
        var greeting = exchange.send(operation, request("/v2/").build());
        if (greeting.status() != 401) {
            throw greeting.failure(operation);
        }
        var challenge = Challenge.read(greeting.header("Www-Authenticate"));
        var session = new RegistrySession(this, exchange, Credentials.basic(user, password.reveal()), realm(challenge));
        session.token(operation, Optional.empty());
        return session;
    }

    /**
     * Names the registry as people do.
     *
     * @return host and port
     */
    public String address() {
        return base.host() + ":" + base.port();
    }

    /** A key is only sent to the host that a person logs in to, whatever the answer says. */
    private HttpUrl realm(Challenge challenge) {
        var realm = HttpUrl.parse(challenge.realm());
        if (realm == null || !realm.host().equals(base.host())) {
            throw new OciException("the registry at " + address() + " sends its clients to another host for a token ("
                    + challenge.realm() + "); the key was not sent there");
        }
        return realm.newBuilder()
                .setQueryParameter("service", challenge.service())
                .build();
    }

    Request.Builder request(String path) {
        return new Request.Builder().url(resolve(path));
    }

    HttpUrl resolve(String reference) {
        var resolved = base.resolve(reference);
        if (resolved == null || !resolved.host().equals(base.host())) {
            throw new OciException("the registry at " + address() + " sends its client to another place: " + reference);
        }
        return resolved;
    }

    static RegistryToken readToken(byte[] body) {
        try {
            if (JsonParser.parseString(new String(body, StandardCharsets.UTF_8)) instanceof JsonObject object) {
                var text = object.has("token") ? object.get("token") : object.get("access_token");
                if (text != null) {
                    var lifetime = object.has("expires_in")
                            ? Duration.ofSeconds(object.get("expires_in").getAsLong())
                            : DEFAULT_LIFETIME;
                    return new RegistryToken(Secret.of(text.getAsString()), lifetime);
                }
            }
        } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
            throw new OciException("the registry's token service answered with something else than a token", e);
        }
        throw new OciException("the registry's token service answered without a token");
    }

    private static void await(Duration time) throws InterruptedException {
        var ignored = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
    }
}
