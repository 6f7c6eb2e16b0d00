// Room: sandbox / mount.
package io.lanyard.sandbox.mount;

import io.lanyard.sandbox.kernel.Door;
import io.lanyard.sandbox.kernel.Kernel;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/** The sockets of a sandbox: one per door, on loopback only. */
public final class Mount implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int IDLE_MILLIS = 120_000;

    /** In bytes. What comes in arrives in pieces of this size: larger ones make fewer of a layer or an object. */
    private static final int BUFFER = 64 * 1024;

    private static final int IDLE_WORKERS = 32;

    /** Many, since a body that comes slowly keeps one waiting, on whatever door: 32 of them must not close all others. */
    private static final int MOST_WORKERS = 512;

    static {
        ServerLog.quiet();
    }

    private final Undertow server;
    private final XnioWorker worker;
    private final Map<Door, Integer> ports;

    private Mount(Undertow server, XnioWorker worker, Map<Door, Integer> ports) {
        this.server = server;
        this.worker = worker;
        this.ports = Map.copyOf(ports);
    }

    /**
     * Opens the doors: the first at {@code firstPort}, the others at the ports after it; all at free ports when it is 0.
     *
     * @throws PortTakenException when one of them is in use
     */
    public static Mount open(Kernel kernel, List<Door> doors, int firstPort) {
        return open(kernel, doors, firstPort, Patience.USUAL);
    }

    /** Opens the doors, with another patience. */
    static Mount open(Kernel kernel, List<Door> doors, int firstPort, Patience patience) {
        var worker = worker();
        var builder = Undertow.builder()
                .setWorker(worker)
                .setBufferSize(BUFFER)
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
                    .setRootHandler(new KernelHandler(kernel, door, patience)));
            port = firstPort == 0 ? 0 : port + 1;
        }
        var server = builder.build();
        start(server, worker, firstPort, doors.size());
        Map<Door, Integer> ports = new LinkedHashMap<>();
        var listeners = new ArrayList<>(server.getListenerInfo());
        for (var i = 0; i < doors.size(); i++) {
            ports.put(doors.get(i), ((InetSocketAddress) listeners.get(i).getAddress()).getPort());
        }
        return new Mount(server, worker, ports);
    }

    /** A worker of our own: that of Undertow is gone after a failed start, and with it the way to close what was opened. */
    private static XnioWorker worker() {
        var threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        try {
            return Xnio.getInstance()
                    .createWorker(OptionMap.builder()
                            .set(Options.WORKER_NAME, "sandbox")
                            .set(Options.WORKER_IO_THREADS, threads)
                            .set(Options.WORKER_TASK_CORE_THREADS, IDLE_WORKERS)
                            .set(Options.WORKER_TASK_MAX_THREADS, MOST_WORKERS)
                            .set(Options.TCP_NODELAY, true)
                            .getMap());
        } catch (IOException failed) {
            throw new UncheckedIOException("The sandbox could not start its threads", failed);
        }
    }

    private static void start(Undertow server, XnioWorker worker, int firstPort, int count) {
        try {
            server.start();
        } catch (RuntimeException failed) {
            server.stop();
            worker.shutdownNow();
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
        worker.shutdownNow();
    }
}
