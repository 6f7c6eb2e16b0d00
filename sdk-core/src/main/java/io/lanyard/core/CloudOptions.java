package io.lanyard.core;

import io.lanyard.core.call.Ambient;
import io.lanyard.core.call.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Core: what a cloud object can be told. Mutable only inside the lambda that it is given to. */
public final class CloudOptions {

    private static final String AGENT = "lanyard/0.1 (java " + Runtime.version().feature() + ")";

    private Credentials credentials;
    private @Nullable AccountId account;
    private final Map<String, String> urls;
    private Duration deadline;
    private int attempts;
    private Duration attemptTimeout;
    private Executor executor;
    private String userAgent;
    private @Nullable CallListener listener;
    private Ambient ambient = Ambient.real();

    CloudOptions() {
        this(new Settings(
                Credentials.anonymous(),
                Optional.empty(),
                Map.of(),
                Duration.ofSeconds(30),
                3,
                Duration.ofSeconds(10),
                CloudOptions::threadOfItsOwn,
                AGENT,
                Optional.empty()));
    }

    CloudOptions(Settings from) {
        credentials = from.credentials();
        account = from.account().orElse(null);
        urls = new HashMap<>(from.urls());
        deadline = from.deadline();
        attempts = from.attempts();
        attemptTimeout = from.attemptTimeout();
        executor = from.executor();
        userAgent = from.userAgent();
        listener = from.listener().orElse(null);
    }

    /**
     * Sets who calls. Without it, calls carry no credentials.
     *
     * @param who the credentials
     * @return these options
     */
    public CloudOptions credentials(Credentials who) {
        this.credentials = who;
        return this;
    }

    /**
     * Sets the account that is meant when nothing else is said.
     *
     * @param id the account
     * @return these options
     */
    public CloudOptions account(AccountId id) {
        this.account = id;
        return this;
    }

    /**
     * Sets where a service is.
     *
     * @param service the service's name: {@code iam}, {@code registry}, {@code registry/us-south}
     * @param url scheme, host, and if need be port and path prefix
     * @return these options
     * @throws ConfigurationException when the URL is not one that can be called
     */
    public CloudOptions endpoint(String service, String url) {
        urls.put(service.toLowerCase(Locale.ROOT), checked("the URL of " + service, url));
        return this;
    }

    /**
     * Sets the time for one call: token, attempts and waits together. 30 seconds unless told.
     *
     * @param time more than zero
     * @return these options
     */
    public CloudOptions deadline(Duration time) {
        this.deadline = positive("the deadline", time);
        return this;
    }

    /**
     * Sets how many requests one call may send at most. 3 unless told; what may not be repeated isn't, whatever this says.
     *
     * @param most at least 1
     * @return these options
     */
    public CloudOptions attempts(int most) {
        if (most < 1) {
            throw new ConfigurationException("attempts are at least 1, not " + most);
        }
        this.attempts = most;
        return this;
    }

    /**
     * Sets the time for one request and its answer. 10 seconds unless told.
     *
     * @param time more than zero
     * @return these options
     */
    public CloudOptions attemptTimeout(Duration time) {
        this.attemptTimeout = positive("the attempt timeout", time);
        return this;
    }

    /**
     * Sets where {@link IbmCloud#async} runs calls. A thread for each unless told.
     *
     * @param runsCalls an executor whose threads may block
     * @return these options
     */
    public CloudOptions executor(Executor runsCalls) {
        this.executor = runsCalls;
        return this;
    }

    /**
     * Names the program, before our own name.
     *
     * @param program such as {@code acme-deploy/2.1}
     * @return these options
     */
    public CloudOptions userAgent(String program) {
        this.userAgent = Shape.id("the user agent", program) + " " + AGENT;
        return this;
    }

    /**
     * Sets who hears of finished calls.
     *
     * @param hears the listener
     * @return these options
     */
    public CloudOptions listener(CallListener hears) {
        this.listener = hears;
        return this;
    }

    /** Sets the world around: tests are one. */
    CloudOptions ambient(Ambient world) {
        this.ambient = world;
        return this;
    }

    Ambient ambient() {
        return ambient;
    }

    Settings freeze() {
        return new Settings(
                credentials,
                Optional.ofNullable(account),
                urls,
                deadline,
                attempts,
                attemptTimeout,
                executor,
                userAgent,
                Optional.ofNullable(listener));
    }

    /** Returns the URL without a slash at its end, or says what is wrong with it. */
    static String checked(String what, String url) {
        var parsed = HttpUrl.parse(url.strip());
        if (parsed == null
                || !(url.strip().startsWith("https://") || url.strip().startsWith("http://"))) {
            throw new ConfigurationException(
                    what + " must start with https:// or http:// and name a host, unlike '" + url + "'.");
        }
        if (parsed.query() != null
                || parsed.fragment() != null
                || !parsed.encodedUsername().isEmpty()) {
            throw new ConfigurationException(what + " must have no user, query or fragment in it.");
        }
        var text = url.strip();
        while (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        return text;
    }

    private static Duration positive(String what, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new ConfigurationException(what + " is more than zero, not " + time);
        }
        return time;
    }

    private static void threadOfItsOwn(Runnable task) {
        var thread = new Thread(task, "lanyard-async");
        thread.setDaemon(true);
        thread.start();
    }
}
