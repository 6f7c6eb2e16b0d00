// Room: sandbox / JUnit.
package io.lanyard.sandbox.junit;

import io.lanyard.core.IbmCloud;
import io.lanyard.sandbox.AccountSeed;
import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.SandboxAccount;
import io.lanyard.sandbox.SandboxOptions;
import io.lanyard.sandbox.state.SandboxClock;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a sandbox in their parameters: {@link Sandbox}, its {@link SandboxAccount}, an {@link IbmCloud} that works there as
 * the owner, and the {@link SandboxClock}.
 *
 * <pre>{@code
 * @ExtendWith(SandboxExtension.class)
 * class ExpiryTest {
 *     @Test
 *     void tokensExpire(IbmCloud cloud, SandboxClock clock) { … }
 * }
 * }</pre>
 *
 * <p>One server runs per JVM. On it each test has a sandbox of its own: accounts, ids and clock are nobody else's, so tests run side
 * by side and turn their clocks as they like. What a constructor or a {@code @BeforeAll} method asks for, all tests of the class
 * share.
 */
public final class SandboxExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);
    private static final String WIREMOCK = "com.github.tomakehurst.wiremock.WireMockServer";

    private final Consumer<AccountSeed> seeding;
    private final Optional<Consumer<SandboxOptions>> ownServer;
    private final boolean behindWireMock;

    /** For {@code @ExtendWith}. */
    public SandboxExtension() {
        this(seed -> {}, Optional.empty(), false);
    }

    private SandboxExtension(
            Consumer<AccountSeed> seeding, Optional<Consumer<SandboxOptions>> ownServer, boolean behindWireMock) {
        this.seeding = seeding;
        this.ownServer = ownServer;
        this.behindWireMock = behindWireMock;
    }

    /**
     * For {@code @RegisterExtension}, to be told more.
     *
     * @return the extension as {@code @ExtendWith} would make it
     */
    public static SandboxExtension started() {
        return new SandboxExtension();
    }

    /**
     * Says what the account of each test starts with.
     *
     * @param account fills the seed
     * @return an extension that does so
     */
    public SandboxExtension account(Consumer<AccountSeed> account) {
        return new SandboxExtension(account, ownServer, behindWireMock);
    }

    /**
     * Starts a server for this class alone, with other options than the shared one.
     *
     * @param options sets the options; its account is overruled by {@link #account}
     * @return an extension that does so
     */
    public SandboxExtension server(Consumer<SandboxOptions> options) {
        return new SandboxExtension(seeding, Optional.of(options), behindWireMock);
    }

    /**
     * Puts WireMock in front: the injected {@link IbmCloud} goes through it, its journal verifies calls, a stub of higher priority
     * injects a fault, and everything else passes through. A test then may ask for a {@link WireMockFront}, or for the
     * {@code WireMockServer} in front of the IAM APIs. Needs {@code org.wiremock:wiremock-standalone} on the class path.
     *
     * @return an extension that does so
     */
    public SandboxExtension behindWireMock() {
        return new SandboxExtension(seeding, ownServer, true);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Sandbox.class
                || type == SandboxAccount.class
                || type == IbmCloud.class
                || type == SandboxClock.class
                || (behindWireMock
                        && (type == WireMockFront.class || type.getName().equals(WIREMOCK)));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var stage = stage(context);
        var type = parameter.getParameter().getType();
        if (type == Sandbox.class) {
            return stage.sandbox();
        }
        if (type == SandboxAccount.class) {
            return stage.sandbox().account();
        }
        if (type == SandboxClock.class) {
            return stage.sandbox().clock();
        }
        if (type == IbmCloud.class) {
            return stage.cloud();
        }
        return type == WireMockFront.class ? stage.front() : stage.front().iam();
    }

    private Stage stage(ExtensionContext context) {
        return context.getStore(Namespace.create(SandboxExtension.class, this))
                .getOrComputeIfAbsent(
                        Stage.class,
                        key -> new Stage(server(context), seedOf(context), seeding, behindWireMock),
                        Stage.class);
    }

    private Server server(ExtensionContext context) {
        if (ownServer.isEmpty()) {
            return context.getRoot()
                    .getStore(NAMESPACE)
                    .getOrComputeIfAbsent(Server.class, key -> new Server(options -> {}), Server.class);
        }
        var ofTheClass = context;
        while (ofTheClass.getTestMethod().isPresent()) {
            ofTheClass = ofTheClass
                    .getParent()
                    .orElseThrow(() -> new ParameterResolutionException("a test method outside of a class"));
        }
        return ofTheClass
                .getStore(Namespace.create(SandboxExtension.class, this))
                .getOrComputeIfAbsent(Server.class, key -> new Server(ownServer.get()), Server.class);
    }

    /** The same test has the same ids in every run. */
    private static long seedOf(ExtensionContext context) {
        return UUID.nameUUIDFromBytes(context.getUniqueId().getBytes(StandardCharsets.UTF_8))
                .getMostSignificantBits();
    }
}
