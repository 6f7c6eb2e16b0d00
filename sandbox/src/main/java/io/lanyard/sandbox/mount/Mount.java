// Room: sandbox / mount.
package io.lanyard.sandbox.mount;

import io.lanyard.sandbox.kernel.Door;
import io.lanyard.sandbox.kernel.Kernel;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The sockets of a sandbox: one per door, on loopback only. */
public final class Mount implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int IDLE_MILLIS = 120_000;

    /** Held, or the levels would be forgotten with the loggers: the server's greetings are not the sandbox's. */
    private static final List<Logger> QUIET = Stream.of("io.undertow", "org.xnio", "org.jboss.threads")
            .map(Logger::getLogger)
            .toList();

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    private final Undertow server;
    private final Map<Door, Integer> ports;

    private Mount(Undertow server, Map<Door, Integer> ports) {
        this.server = server;
        this.ports = Map.copyOf(ports);
    }

    /**
     * Opens the doors: the first at {@code firstPort}, the others at the ports after it; all at free ports when it is 0.
     *
     * @throws PortTakenException when one of them is in use
     */
    public static Mount open(Kernel kernel, List<Door> doors, int firstPort) {
        var builder = Undertow.builder()
                .setIoThreads(Math.max(2, Runtime.getRuntime().availableProcessors()))
                .setWorkerThreads(32)
                .setServerOption(UndertowOptions.DECODE_URL, false)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L) // image layers; JSON has its own limit
                .setServerOption(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
                .setServerOption(UndertowOptions.ALWAYS_SET_DATE, true)
                .setServerOption(UndertowOptions.IDLE_TIMEOUT, IDLE_MILLIS);
        var port = firstPort;
        for (var door : doors) {
            builder.addListener(new Undertow.ListenerBuilder()
                    .setType(Undertow.ListenerType.HTTP)
                    .setHost(LOOPBACK)
                    .setPort(port)
                    .setRootHandler(new KernelHandler(kernel, door)));
            port = firstPort == 0 ? 0 : port + 1;
        }
        var server = builder.build();
        start(server, firstPort, doors.size());
        Map<Door, Integer> ports = new LinkedHashMap<>();
        var listeners = new ArrayList<>(server.getListenerInfo());
        for (var i = 0; i < doors.size(); i++) {
            ports.put(doors.get(i), ((InetSocketAddress) listeners.get(i).getAddress()).getPort());
        }
        return new Mount(server, ports);
    }

    private static void start(Undertow server, int firstPort, int count) {
        try {
            server.start();
        } catch (RuntimeException failed) {
            server.stop();
            if (failed.getCause() instanceof BindException) {
                throw new PortTakenException(firstPort, count);
            }
            throw failed;
        }
    }

    /** Returns host and port of a door, such as {@code 127.0.0.1:9001}. */
    public String authority(Door door) {
        var port = ports.get(door);
        if (port == null) {
            throw new IllegalArgumentException("no " + door);
        }
        return LOOPBACK + ":" + port;
    }

    /** Closes all sockets. */
    @Override
    public void close() {
        server.stop();
    }
}
