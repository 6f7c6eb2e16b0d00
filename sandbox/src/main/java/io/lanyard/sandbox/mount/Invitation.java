// Room: sandbox / mount.
package io.lanyard.sandbox.mount;

import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a client that asked to be invited before it sends one ({@code Expect: 100-continue}), as IBM's Object Storage client
 * and curl do. He is invited when somebody begins to read; a refusal that never read keeps him from sending in vain.
 */
final class Invitation extends InputStream {
    private final HttpServerExchange exchange;

    Invitation(HttpServerExchange exchange) {
        this.exchange = exchange;
    }

    /** Invites a client that waits for it, and goes on. */
    static void send(HttpServerExchange exchange, Runnable then) {
        if (!HttpContinue.requiresContinueResponse(exchange)) {
            then.run();
            return;
        }
        HttpContinue.sendContinueResponse(exchange, new IoCallback() {
            @Override
            public void onComplete(HttpServerExchange same, Sender sender) {
                then.run();
            }

            @Override
            public void onException(HttpServerExchange same, Sender sender, IOException gone) {
                Answer.close(same);
            }
        });
    }

    /** Whether the client sends his body now is his choice, so nothing else can follow on this connection. */
    static void withdraw(HttpServerExchange exchange) {
        if (HttpContinue.requiresContinueResponse(exchange)) {
            exchange.setPersistent(false);
        }
    }

    private InputStream invited() throws IOException {
        if (HttpContinue.requiresContinueResponse(exchange)) {
            HttpContinue.sendContinueResponseBlocking(exchange);
        }
        return exchange.getInputStream();
    }

    @Override
    public int read() throws IOException {
        return invited().read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        return invited().read(into, from, length);
    }

    @Override
    public int available() throws IOException {
        return invited().available();
    }

    @Override
    public void close() throws IOException {
        if (!HttpContinue.requiresContinueResponse(exchange)) {
            exchange.getInputStream().close();
        }
    }
}
