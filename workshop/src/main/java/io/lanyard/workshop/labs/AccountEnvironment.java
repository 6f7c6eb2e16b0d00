package io.lanyard.workshop.labs;

import io.lanyard.core.CallEvent;
import io.lanyard.core.Credentials;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.Secret;
import io.lanyard.registry.Region;
import io.lanyard.registry.RegistryClient;
import io.lanyard.workshop.oci.OciRegistry;
import io.lanyard.workshop.oci.Wire;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.OkHttpClient;

/** Labs: an account that is reached as the environment variables say, be it in the sandbox or not. */
abstract class AccountEnvironment implements LabEnvironment {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final IbmCloud cloud;
    private final Secret ownerKey;
    private final OkHttpClient http;
    private volatile Wire wire = Wire.SILENT;

    AccountEnvironment(Map<String, String> variables) {
        this.cloud = IbmCloud.fromEnvironment(variables);
        this.ownerKey = Secret.of(variables.getOrDefault("IBMCLOUD_API_KEY", ""));
        this.http = new OkHttpClient.Builder()
                .callTimeout(Duration.ofMinutes(2))
                .followRedirects(false)
                .build();
    }

    @Override
    public IbmCloud cloud() {
        return cloud.with(o -> o.listener(this::heard));
    }

    @Override
    public Secret ownerKey() {
        return ownerKey;
    }

    @Override
    public IbmCloud as(Secret key) {
        return cloud.with(o -> o.credentials(Credentials.apiKey(key)).listener(this::heard));
    }

    @Override
    public OciRegistry registry(Region region) {
        var host = RegistryClient.in(cloud, region).host();
        var scheme = isLoopback(host) ? "http://" : "https://";
        return OciRegistry.at(
                http, scheme + host, (method, path, status, id) -> wire.exchanged(method, path, status, id));
    }

    static boolean isLoopback(String authority) {
        int port = authority.lastIndexOf(':');
        boolean hasPort = port > authority.lastIndexOf(']');
        return LOOPBACK.contains(hasPort ? authority.substring(0, port) : authority);
    }

    @Override
    public Optional<Secret> robotKey() {
        return Optional.empty();
    }

    @Override
    public void wireTo(Wire hears) {
        wire = hears;
    }

    @Override
    public void close() {
        cloud.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private void heard(CallEvent call) {
        wire.exchanged(
                call.method(),
                call.path(),
                call.status().orElse(0),
                call.transactionId().orElse(""));
    }
}
