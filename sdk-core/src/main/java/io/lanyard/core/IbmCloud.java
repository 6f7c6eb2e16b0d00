package io.lanyard.core;

import io.lanyard.core.call.Pipeline;
import io.lanyard.core.call.Shared;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Core: the one object to construct. Immutable, safe for any number of threads, shared by every client; it holds the connections,
 * and one token for each of the credentials used through it.
 */
public final class IbmCloud implements AutoCloseable {

    private final Pipeline pipeline;
    private final boolean owner;

    private IbmCloud(Pipeline pipeline, boolean owner) {
        this.pipeline = pipeline;
        this.owner = owner;
    }

    /**
     * Takes what it needs from the environment: {@code IBMCLOUD_API_KEY}, and if they are there {@code IBMCLOUD_ACCOUNT_ID},
     * {@code IBMCLOUD_IAM_URL}, {@code IBMCLOUD_REGISTRY_URL}, {@code IBMCLOUD_REGISTRY_US_SOUTH} and the like ({@code host:port}),
     * {@code IBMCLOUD_<SERVICE>_URL}, and the URL variables of IBM's own SDKs.
     *
     * @return the cloud that the environment describes
     * @throws ConfigurationException when something is missing or malformed
     */
    public static IbmCloud fromEnvironment() {
        return fromEnvironment(System.getenv());
    }

    /**
     * Takes what it needs from a map, as if it were the environment.
     *
     * @param environment variables by name
     * @return the cloud that they describe
     * @throws ConfigurationException when something is missing or malformed
     */
    public static IbmCloud fromEnvironment(Map<String, String> environment) {
        return create(Environment.read(environment));
    }

    /**
     * Builds one from options.
     *
     * @param options what it shall be
     * @return the cloud
     * @throws ConfigurationException when an option is malformed
     */
    public static IbmCloud create(Consumer<CloudOptions> options) {
        var told = new CloudOptions();
        options.accept(told);
        return new IbmCloud(new Pipeline(new Shared(told.ambient()), told.freeze()), true);
    }

    /**
     * Derives a sibling that shares connections and tokens, and differs in what it is told. Closing it closes nothing.
     *
     * @param options what shall differ
     * @return the sibling
     */
    public IbmCloud with(Consumer<CloudOptions> options) {
        var told = new CloudOptions(pipeline.settings());
        options.accept(told);
        return new IbmCloud(pipeline.with(told.freeze()), false);
    }

    /**
     * Returns the account that is meant when nothing else is said.
     *
     * @return the account, empty when none was given
     */
    public Optional<AccountId> account() {
        return pipeline.settings().account();
    }

    /**
     * Returns the account that is meant when nothing else is said, and insists on there being one.
     *
     * @return the account
     * @throws ConfigurationException when none was given
     */
    public AccountId requireAccount() {
        return account()
                .orElseThrow(() -> new ConfigurationException(
                        "No account is set: set IBMCLOUD_ACCOUNT_ID, or account(..) in the options."));
    }

    /**
     * Runs any call in the background. Cancelling the future interrupts the call, which cancels its request.
     *
     * @param call one or more calls
     * @param <T> what they result in
     * @return the result to come
     */
    public <T> CompletableFuture<T> async(Callable<T> call) {
        return Background.run(call, pipeline.settings().executor());
    }

    /**
     * Calls what has no method of its own yet, with credentials and retries.
     *
     * @return calls by service and path
     */
    public RawCalls raw() {
        return new RawCalls(this);
    }

    /**
     * For Lanyard's own clients: the way that calls travel.
     *
     * @return the pipeline
     */
    @SuppressWarnings("exports") // the package is exported to our own modules only
    public Pipeline pipeline() {
        return pipeline;
    }

    /** Closes the connections, for this object and every sibling derived from it. Closing a sibling does nothing. */
    @Override
    public void close() {
        if (owner) {
            pipeline.close();
        }
    }

    /** Says nothing about credentials. */
    @Override
    public String toString() {
        return "IbmCloud[account=" + account().map(AccountId::value).orElse("none") + "]";
    }
}
