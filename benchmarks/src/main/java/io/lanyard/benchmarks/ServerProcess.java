package io.lanyard.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A server in a process of its own; ended when closed. */
final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a server that says {@code port N} as soon as it listens. */
    static ServerProcess start(Class<?> main, String... arguments) throws IOException {
        Process process = new ProcessBuilder(Jvm.command(List.of("-XX:+UseSerialGC", "-Xmx64m"), main, arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null || !line.startsWith("port ")) {
            process.destroyForcibly();
            throw new IOException(main.getSimpleName() + " did not start");
        }
        return new ServerProcess(process, Integer.parseInt(line.substring(5)));
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
