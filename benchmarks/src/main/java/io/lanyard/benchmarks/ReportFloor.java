package io.lanyard.benchmarks;

import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/** A whole process: the same events read with the HTTP client and the JSON parser alone, and counted by identity. */
public final class ReportFloor {

    private static final Duration SLICE = Duration.ofHours(6);

    private ReportFloor() {}

    /**
     * Counts.
     *
     * @param args the server's URL, and how many events it has
     * @throws IOException when a call fails
     */
    public static void main(String[] args) throws IOException {
        var client = new OkHttpClient();
        Map<String, Long> told = new HashMap<>();
        long events = 0;
        for (var from = LogServer.BEGINNING;
                from.isBefore(LogServer.BEGINNING.plus(LogServer.MONTH));
                from = from.plus(SLICE)) {
            var body = "{\"query\":\"action\",\"metadata\":{\"start_date\":\"" + from + "\",\"end_date\":\""
                    + from.plus(SLICE) + "\",\"limit\":12000}}";
            var request = new Request.Builder()
                    .url(args[0] + "/v1/query")
                    .post(RequestBody.create(body, MediaType.get("application/json")))
                    .build();
            try (var answer = client.newCall(request).execute();
                    var lines = new BufferedReader(answer.body().charStream())) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("data: ")) {
                        told.merge(identity(line.substring(6)), 1L, Long::sum);
                        events++;
                    }
                }
            }
        }
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
        if (events != Long.parseLong(args[1])) {
            throw new IllegalStateException("saw " + events + " events");
        }
    }

    private static String identity(String data) {
        var entry = JsonParser.parseString(data)
                .getAsJsonObject()
                .getAsJsonObject("result")
                .getAsJsonArray("results")
                .get(0)
                .getAsJsonObject();
        var event = JsonParser.parseString(entry.get("user_data").getAsString()).getAsJsonObject();
        return event.getAsJsonObject("requestData")
                .getAsJsonObject("subject")
                .get("iam_id")
                .getAsString();
    }
}
