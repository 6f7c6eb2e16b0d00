package io.lanyard.workshop.labs;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.lanyard.core.ApiException;
import io.lanyard.core.ApiFailure;
import io.lanyard.core.CallEvent;
import io.lanyard.core.ErrorDetail;
import io.lanyard.core.Secret;
import io.lanyard.workshop.oci.Wire;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.SocketFactory;
import okhttp3.ConnectionPool;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Labs: asks for tokens from another address of this machine, as from another machine. */
final class Elsewhere {
    private static final String PATH = "/identity/token";

    private final OkHttpClient http;
    private final String iamUrl;
    private final Wire wire;

    Elsewhere(OkHttpClient http, String iamUrl, Wire wire) {
        this.http = http;
        this.iamUrl = iamUrl;
        this.wire = wire;
    }

    Secret token(String address, Secret key) {
        var form = new FormBody.Builder()
                .add("grant_type", "urn:ibm:params:oauth:grant-type:apikey")
                .add("apikey", key.reveal())
                .build();
        var request = new Request.Builder().url(iamUrl + PATH).post(form).build();
        var pool = new ConnectionPool();
        var from = http.newBuilder()
                .connectionPool(pool)
                .socketFactory(new From(address))
                .build();
        long before = System.nanoTime();
        try (Response response = from.newCall(request).execute()) {
            var id = Optional.ofNullable(response.header("Transaction-Id"));
            var text = response.body().string();
            wire.exchanged("POST", PATH, response.code(), id.orElse(""));
            if (response.isSuccessful()) {
                return Secret.of(tree(text).get("access_token").getAsString());
            }
            var call = new CallEvent(
                    "getTokenApiKey",
                    "POST",
                    PATH,
                    OptionalInt.of(response.code()),
                    id,
                    1,
                    Duration.ofNanos(System.nanoTime() - before));
            throw ApiException.of(
                    new ApiFailure(call, response.code(), List.of(error(tree(text))), text, Optional.empty()));
        } catch (BindException e) {
            throw new UnfitException("This machine has no address " + address
                    + ", from which a login shall come. On macOS, 'sudo ifconfig lo0 alias " + address
                    + "' makes it one.");
        } catch (IOException e) {
            throw new UnfitException("Nobody answers a login from " + address + " at " + iamUrl + ": " + e.getMessage()
                    + ". Is the sandbox running?");
        } finally {
            pool.evictAll();
        }
    }

    private static JsonObject tree(String text) {
        try {
            return JsonParser.parseString(text).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new UnfitException("A login was answered with something that is no JSON: is the URL of IAM right?");
        }
    }

    private static ErrorDetail error(JsonObject body) {
        return new ErrorDetail(
                text(body, "errorCode"),
                text(body, "errorMessage"),
                Optional.empty(),
                text(body, "errorDetails"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<String> text(JsonObject body, String name) {
        return Optional.ofNullable(body.get(name))
                .filter(e -> e.isJsonPrimitive())
                .map(e -> e.getAsString());
    }

    /** Sockets that leave from one address. */
    private static final class From extends SocketFactory {
        private final String address;

        From(String address) {
            this.address = address;
        }

        @Override
        public Socket createSocket() throws IOException {
            var socket = new Socket();
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return createSocket(InetAddress.getByName(host), port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            var socket = createSocket();
            socket.connect(new InetSocketAddress(host, port));
            return socket;
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return createSocket(host, port);
        }
    }
}
