package io.lanyard.core;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Core, tests: the same promises over TLS, with HTTP/2 and without, as the real cloud speaks it. */
@Timeout(90)
class TlsTest {

    private static final String PASSWORD = "changeit";
    private static final String TRUSTED = "javax.net.ssl.trustStore";

    @TempDir
    private static Path folder;

    private static Path keys;

    @BeforeAll
    static void makeACertificateThatThisJvmTrusts() throws Exception {
        keys = folder.resolve("keys.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD))
                .inheritIO()
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        System.setProperty(TRUSTED, keys.toString());
        System.setProperty(TRUSTED + "Password", PASSWORD);
    }

    @AfterAll
    static void trustItNoMore() {
        System.clearProperty(TRUSTED);
        System.clearProperty(TRUSTED + "Password");
    }

    private static WireMockServer server(boolean http2) {
        var server = new WireMockServer(wireMockConfig()
                .dynamicPort()
                .dynamicHttpsPort()
                .http2TlsDisabled(!http2)
                .keystorePath(keys.toString())
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD));
        server.start();
        server.stubFor(get("/thing").willReturn(okJson(Bench.THING)));
        server.stubFor(
                get(urlPathEqualTo("/hang")).willReturn(okJson(Bench.THING).withFixedDelay(5_000)));
        return server;
    }

    private static IbmCloud cloud(WireMockServer server, Duration deadline) {
        return IbmCloud.create(o ->
                o.endpoint("iam", "https://localhost:" + server.httpsPort()).deadline(deadline));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void callsGoThroughAndEndInTime(boolean http2) {
        var server = server(http2);
        try (var cloud = cloud(server, Duration.ofSeconds(1))) {
            assertThat(cloud.with(o -> o.deadline(Duration.ofSeconds(20)))
                            .raw()
                            .get("iam", "/thing")
                            .as(Bench.Thing.class))
                    .isEqualTo(new Bench.Thing("x"));
            assertThatThrownBy(() -> cloud.raw().get("iam", "/hang")).isInstanceOf(DeadlineException.class);
            assertThat(cloud.with(o -> o.deadline(Duration.ofSeconds(20)))
                            .raw()
                            .get("iam", "/thing")
                            .status())
                    .isEqualTo(200);
            assertThat(server.getAllServeEvents().get(0).getRequest().getProtocol())
                    .isEqualTo(http2 ? "HTTP/2.0" : "HTTP/1.1");
        } finally {
            server.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInterruptEndsACallUnderWay(boolean http2) throws Exception {
        var server = server(http2);
        try (var cloud = cloud(server, Duration.ofSeconds(15))) {
            cloud.raw().get("iam", "/thing");
            var told = new AtomicReference<Throwable>();
            var flag = new AtomicReference<Boolean>();
            var caller = new Thread(() -> {
                try {
                    cloud.raw().get("iam", "/hang");
                } catch (IamException e) {
                    told.set(e);
                    flag.set(Thread.currentThread().isInterrupted());
                }
            });
            caller.start();
            while (caller.getState() == Thread.State.NEW || !waits(caller)) {
                Thread.onSpinWait();
            }
            caller.interrupt();
            caller.join();

            assertThat(told.get()).isInstanceOf(CallInterruptedException.class);
            assertThat(flag.get()).isTrue();
            assertThat(cloud.raw().get("iam", "/thing").status()).isEqualTo(200);
        } finally {
            server.stop();
        }
    }

    /** Whether the thread is inside an answer's wait: in a read of a socket, or on a stream of HTTP/2. */
    private static boolean waits(Thread caller) {
        for (var frame : caller.getStackTrace()) {
            if (frame.getMethodName().equals("readResponseHeaders")
                    || frame.getMethodName().equals("takeHeaders")) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aCertificateThatNobodyTrustsIsNoConnection() {
        System.clearProperty(TRUSTED);
        var server = server(true);
        try (var cloud = cloud(server, Duration.ofSeconds(20))) {
            assertThatThrownBy(() -> cloud.raw().get("iam", "/thing"))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("shows a certificate that this machine does not trust")
                    .hasMessageContaining("1 attempt,");
            assertThat(server.getAllServeEvents()).isEmpty();
        } finally {
            server.stop();
            System.setProperty(TRUSTED, keys.toString());
        }
    }
}
