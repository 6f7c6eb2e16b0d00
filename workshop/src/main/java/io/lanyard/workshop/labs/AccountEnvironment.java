package io.lanyard.workshop.labs;

import io.lanyard.core.CallEvent;
import io.lanyard.core.Credentials;
import io.lanyard.core.Crn;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.Secret;
import io.lanyard.identity.IdentityClient;
import io.lanyard.registry.Region;
import io.lanyard.registry.RegistryClient;
import io.lanyard.workshop.oci.OciRegistry;
import io.lanyard.workshop.oci.Wire;
import io.lanyard.workshop.storage.ObjectStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.OkHttpClient;

/** Labs: an account that is reached as the environment variables say, be it in the sandbox or not. */
abstract class AccountEnvironment implements LabEnvironment {
    static final String KEY = "IBMCLOUD_API_KEY";
    static final String ACCOUNT = "IBMCLOUD_ACCOUNT_ID";
    static final String PARTNER_KEY = "LANYARD_PARTNER_API_KEY";
    static final String PARTNER_ACCOUNT = "LANYARD_PARTNER_ACCOUNT_ID";

    private static final String STORAGE_URL = "IBMCLOUD_COS_URL";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Map<String, String> variables;
    private final List<IbmCloud> clouds = new ArrayList<>();
    private volatile IbmCloud cloud;
    private final Secret ownerKey;
    private final OkHttpClient http;
    private final String storageUrl;
    private final Map<StoreKey, OpenStore> stores = new HashMap<>();
    private volatile Wire wire = Wire.SILENT;
    private Optional<LabEnvironment> partner = Optional.empty();
    private Optional<ObjectStore> publicStore = Optional.empty();

    AccountEnvironment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
        this.cloud = IbmCloud.fromEnvironment(variables);
        this.ownerKey = Secret.of(variables.getOrDefault(KEY, ""));
        this.storageUrl =
                variables.getOrDefault(STORAGE_URL, "https://s3.us-south.cloud-object-storage.appdomain.cloud");
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

    @Override
    public synchronized ObjectStore objectStorage(Secret key, Crn instance) {
        return stores.computeIfAbsent(new StoreKey(key, instance), this::open).store();
    }

    @Override
    public synchronized ObjectStore publicStorage() {
        var open = publicStore.orElseGet(() -> ObjectStore.withoutToken(
                storageUrl, (method, path, status, id) -> wire.exchanged(method, path, status, id)));
        publicStore = Optional.of(open);
        return open;
    }

    private OpenStore open(StoreKey wanted) {
        var token = new LoginToken(new IdentityClient(cloud()), wanted.key());
        var store = ObjectStore.at(
                storageUrl,
                token,
                wanted.instance(),
                (method, path, status, id) -> wire.exchanged(method, path, status, id));
        return new OpenStore(store, token);
    }

    /** Time was turned: what was fetched before may have ended, here and in the partner's account. */
    final synchronized void forgetTokens() {
        stores.values().forEach(open -> open.token().forget());
        clouds.add(cloud); // closed at the end, because somebody may still hold it
        cloud = IbmCloud.fromEnvironment(variables);
        partner.filter(AccountEnvironment.class::isInstance)
                .map(AccountEnvironment.class::cast)
                .ifPresent(AccountEnvironment::forgetTokens);
    }

    private record StoreKey(Secret key, Crn instance) {}

    private record OpenStore(ObjectStore store, LoginToken token) {}

    static boolean isLoopback(String authority) {
        int port = authority.lastIndexOf(':');
        boolean hasPort = port > authority.lastIndexOf(']');
        return LOOPBACK.contains(hasPort ? authority.substring(0, port) : authority);
    }

    @Override
    public Optional<Secret> kept(String variable) {
        return Optional.empty();
    }

    @Override
    public Secret tokenFrom(String address, Secret key) {
        return new Elsewhere(http, iamUrl(), (method, path, status, id) -> wire.exchanged(method, path, status, id))
                .token(address, key);
    }

    /** Where IAM is, with nobody in between. */
    abstract String iamUrl();

    /** Finds the other account, or makes it where that can be done. */
    abstract Optional<LabEnvironment> another();

    /** The same variables, for a program that works in the partner's account. */
    static Map<String, String> asPartner(Map<String, String> variables) {
        var theirs = new LinkedHashMap<>(variables);
        theirs.put(KEY, variables.getOrDefault(PARTNER_KEY, ""));
        theirs.put(ACCOUNT, variables.getOrDefault(PARTNER_ACCOUNT, ""));
        theirs.remove(PARTNER_KEY);
        theirs.remove(PARTNER_ACCOUNT);
        return theirs;
    }

    @Override
    public final synchronized Optional<LabEnvironment> partner() {
        if (partner.isEmpty()) {
            partner = another();
            partner.ifPresent(
                    other -> other.wireTo((method, path, status, id) -> wire.exchanged(method, path, status, id)));
        }
        return partner;
    }

    @Override
    public void wireTo(Wire hears) {
        wire = hears;
    }

    @Override
    public synchronized void close() {
        partner.ifPresent(LabEnvironment::close);
        stores.values().forEach(open -> open.store().close());
        publicStore.ifPresent(ObjectStore::close);
        clouds.forEach(IbmCloud::close);
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
