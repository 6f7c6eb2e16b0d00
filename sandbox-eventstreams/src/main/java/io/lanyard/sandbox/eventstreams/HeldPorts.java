// Room: sandbox-eventstreams.
package io.lanyard.sandbox.eventstreams;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/**
 * The two sockets of a broker, open before it is: so nobody can take their ports, and a client that comes early waits in the
 * queue of the operating system.
 */
final class HeldPorts {
    private static final int QUEUE = 128;

    private final ServerSocketChannel clients;
    private final ServerSocketChannel controller;
    private final InetSocketAddress clientsAt;
    private final InetSocketAddress controllerAt;

    private HeldPorts(ServerSocketChannel clients, ServerSocketChannel controller) throws IOException {
        this.clients = clients;
        this.controller = controller;
        clientsAt = (InetSocketAddress) clients.getLocalAddress();
        controllerAt = (InetSocketAddress) controller.getLocalAddress();
    }

    static HeldPorts open() throws IOException {
        var clients = listening();
        try {
            return new HeldPorts(clients, listening());
        } catch (IOException noneLeft) {
            clients.close();
            throw noneLeft;
        }
    }

    private static ServerSocketChannel listening() throws IOException {
        var channel = ServerSocketChannel.open();
        return channel.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), QUEUE);
    }

    int clientsPort() {
        return clientsAt.getPort();
    }

    int controllerPort() {
        return controllerAt.getPort();
    }

    /** Hands the socket of a port over. */
    ServerSocketChannel take(int port) throws IOException {
        var channel = port == clientsPort() ? clients : controller;
        channel.configureBlocking(false);
        return channel;
    }

    /** Closes both; closing what the broker has closed already does nothing. */
    void close() throws IOException {
        clients.close();
        controller.close();
    }
}
