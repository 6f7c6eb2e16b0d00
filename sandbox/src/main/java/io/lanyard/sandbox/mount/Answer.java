// Room: sandbox / mount.
package io.lanyard.sandbox.mount;

import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.ResponseBody;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;

/** Sends what the kernel answered. */
final class Answer {
    private static final Logger LOG = System.getLogger(Answer.class.getName());

    private Answer() {}

    static void send(HttpServerExchange exchange, Response response) {
        if (exchange.isResponseStarted()) { // the server has ended it already, because the client went away
            if (response.body() instanceof ResponseBody.Stream stream) {
                stream.source().unwanted();
            }
            cut(exchange);
            return;
        }
        exchange.setStatusCode(response.status());
        for (var header : response.headers()) {
            exchange.getResponseHeaders().add(new HttpString(header.getKey()), header.getValue());
        }
        if (response.body() instanceof ResponseBody.Bytes bytes) {
            exchange.getResponseSender().send(ByteBuffer.wrap(bytes.bytes()));
        } else if (response.body() instanceof ResponseBody.Stream stream) {
            stream(exchange, stream);
        } else {
            if (isHead(exchange)) { // otherwise the server announces a chunked body, which clients refuse beside a 204
                exchange.setResponseContentLength(0);
            }
            exchange.endExchange();
        }
    }

    private static boolean isHead(HttpServerExchange exchange) {
        return exchange.getRequestMethod().equalToString("HEAD");
    }

    private static void stream(HttpServerExchange exchange, ResponseBody.Stream stream) {
        if (stream.length() >= 0) {
            exchange.setResponseContentLength(stream.length());
        }
        if (isHead(exchange)) {
            stream.source().unwanted();
            exchange.endExchange();
        } else if (exchange.isInIoThread()) {
            exchange.dispatch(() -> copy(exchange, stream));
        } else {
            copy(exchange, stream);
        }
    }

    private static void copy(HttpServerExchange exchange, ResponseBody.Stream stream) {
        if (!exchange.isBlocking()) {
            exchange.startBlocking();
        }
        try (var in = stream.source().open()) {
            in.transferTo(exchange.getOutputStream());
            exchange.endExchange();
        } catch (IOException broken) {
            LOG.log(Level.DEBUG, "The client went away, or the content could not be read", broken);
            cut(exchange);
        }
    }

    /** Half an answer must not look like a whole one: the connection is closed. */
    static void cut(HttpServerExchange exchange) {
        if (exchange.isResponseStarted()) {
            close(exchange);
        } else {
            exchange.getResponseHeaders().clear();
            exchange.getResponseHeaders().put(Headers.CONNECTION, "close");
            exchange.setStatusCode(500).endExchange();
        }
    }

    static void close(HttpServerExchange exchange) {
        try {
            exchange.getConnection().close();
        } catch (IOException alreadyClosed) {
            LOG.log(Level.DEBUG, "The connection was closed already", alreadyClosed);
        }
    }
}
