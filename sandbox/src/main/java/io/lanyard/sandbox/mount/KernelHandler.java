// Room: sandbox / mount.
package io.lanyard.sandbox.mount;

import io.lanyard.sandbox.kernel.Dispatch;
import io.lanyard.sandbox.kernel.Door;
import io.lanyard.sandbox.kernel.Kernel;
import io.lanyard.sandbox.kernel.Method;
import io.lanyard.sandbox.kernel.Request;
import io.lanyard.sandbox.kernel.RequestBody;
import io.lanyard.sandbox.kernel.Response;
import io.undertow.io.Receiver;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xnio.Options;

/**
 * Hands Undertow's exchanges to the kernel. Small bodies are gathered without a thread and answered where they arrive; a route
 * that streams gets a worker thread and reads at the client's pace.
 */
final class KernelHandler implements HttpHandler {
    private static final Logger LOG = System.getLogger(KernelHandler.class.getName());
    private static final Map<String, Method> METHODS =
            Stream.of(Method.values()).collect(Collectors.toMap(Method::name, m -> m));

    /**
     * How much of a body over its limit is heard out after the answer. A connection that is closed while its client still sends takes
     * the answer along, so it stays open, too.
     */
    private static final long POLITENESS = 64L << 20;

    private final Kernel kernel;
    private final Door door;
    private final Patience patience;

    KernelHandler(Kernel kernel, Door door, Patience patience) {
        this.kernel = kernel;
        this.door = door;
        this.patience = patience;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        var method = METHODS.getOrDefault(exchange.getRequestMethod().toString(), Method.OTHER);
        var dispatch = kernel.dispatch(request(exchange, method, RequestBody.NONE));
        if (dispatch.streams()) {
            exchange.dispatch(new Streamed(exchange, dispatch, method));
        } else if (exchange.isRequestComplete()) {
            answer(exchange, dispatch, request(exchange, method, RequestBody.NONE));
        } else {
            exchange.setMaxEntitySize(dispatch.bodyLimit() + POLITENESS);
            giveUpInTime(exchange);
            Invitation.send(exchange, () -> gather(exchange, dispatch, method));
        }
    }

    private void gather(HttpServerExchange exchange, Dispatch dispatch, Method method) {
        var receiver = exchange.getRequestReceiver();
        receiver.setMaxBufferSize(dispatch.bodyLimit() + 1);
        receiver.receiveFullBytes(
                (same, bytes) -> answer(same, dispatch, request(same, method, RequestBody.of(bytes))),
                (same, broken) -> gaveUp(same, broken, dispatch, method));
    }

    /** Nobody waits forever for the rest of a body. */
    private void giveUpInTime(HttpServerExchange exchange) {
        var alarm = exchange.getIoThread()
                .executeAfter(
                        () -> {
                            if (!exchange.isRequestComplete()) {
                                Answer.close(exchange);
                            }
                        },
                        patience.body().toMillis(),
                        TimeUnit.MILLISECONDS);
        exchange.addExchangeCompleteListener((done, next) -> {
            alarm.remove();
            next.proceed();
        });
    }

    /** The receiver gave up: on a body over the limit, or on one that ended too early; the kernel words the refusal. */
    private void gaveUp(HttpServerExchange exchange, IOException why, Dispatch dispatch, Method method) {
        var tooMuch = why instanceof Receiver.RequestToLargeException || why instanceof RequestTooBigException;
        if (exchange.isResponseStarted()) {
            Answer.cut(exchange);
            return;
        }
        if (!tooMuch) {
            exchange.setPersistent(false);
            Answer.send(exchange, dispatch.answerCutOff(request(exchange, method, RequestBody.NONE)));
            return;
        }
        var overTheLimit = RequestBody.of(new byte[dispatch.bodyLimit() + 1]);
        answer(exchange, dispatch, request(exchange, method, overTheLimit));
    }

    /** Answers where the request arrived; who has to wait first does so on a thread that no other connection needs. */
    private static void answer(HttpServerExchange exchange, Dispatch dispatch, Request request) {
        var response = dispatch.answer(request);
        if (dispatch.isAhead()) {
            exchange.dispatch(same -> {
                dispatch.giveWay();
                Answer.send(same, response);
            });
        } else {
            Answer.send(exchange, response);
        }
    }

    private Request request(HttpServerExchange exchange, Method method, RequestBody body) {
        return new Request(
                door,
                method,
                exchange.getRequestURI(),
                exchange.getQueryString(),
                new SentHeaders(exchange.getRequestHeaders()),
                body,
                exchange.getSourceAddress().getAddress().getHostAddress(),
                exchange.getRequestScheme() + "://" + exchange.getHostAndPort());
    }

    private final class Streamed implements Runnable {
        private final HttpServerExchange exchange;
        private final Dispatch dispatch;
        private final Method method;

        Streamed(HttpServerExchange exchange, Dispatch dispatch, Method method) {
            this.exchange = exchange;
            this.dispatch = dispatch;
            this.method = method;
        }

        @Override
        public void run() {
            waitNoLonger();
            exchange.startBlocking();
            var in = new Invitation(exchange);
            Response response = dispatch.answer(request(exchange, method, new RequestBody() {
                @Override
                public InputStream stream() {
                    return in;
                }

                @Override
                public long length() {
                    return exchange.getRequestContentLength();
                }
            }));
            Invitation.withdraw(exchange);
            dispatch.giveWay();
            Answer.send(exchange, response);
        }

        /** A stream may be as long as it likes, but not without a byte for this long: the thread that reads it has more to do. */
        private void waitNoLonger() {
            try {
                exchange.getConnection()
                        .setOption(
                                Options.READ_TIMEOUT,
                                Math.toIntExact(patience.silence().toMillis()));
            } catch (IOException closed) {
                LOG.log(Level.DEBUG, "The client went away", closed);
            }
        }
    }
}
