package io.lanyard.benchmarks;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The floor: what a program with nothing but OkHttp and Gson pays for the same calls. It decodes every field into
 * records, reads the ETag and fetches a token once, and does nothing else: no deadline, no retry, no error handling.
 */
final class Floor {

    record Attribute(
            String key, @Nullable String operator, @Nullable Object value) {}

    record Attributes(List<Attribute> attributes) {}

    record Role(String roleId) {}

    record Grant(List<Role> roles) {}

    record Control(Grant grant) {}

    record Condition(String key, String operator, @Nullable Object value) {}

    record Rule(String operator, List<Condition> conditions) {}

    record Policy(
            String id,
            String type,
            @Nullable String description,
            Attributes subject,
            Control control,
            Attributes resource,
            @Nullable String pattern,
            @Nullable Rule rule,
            String href,
            String createdAt,
            String createdById,
            String lastModifiedAt,
            String lastModifiedById,
            String state) {}

    record Page(int limit, List<Policy> policies) {}

    record Token(String accessToken, long expiresIn) {}

    private final OkHttpClient http = new OkHttpClient();
    private final Gson gson = new GsonBuilder()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .create();
    private final String url;
    private final String token;

    Floor(String url) throws IOException {
        this.url = url;
        Request ask = new Request.Builder()
                .url(url + "/identity/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .post(RequestBody.create("grant_type=urn:ibm:params:oauth:grant-type:apikey&apikey=k"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .build();
        try (Response answer = http.newCall(ask).execute()) {
            this.token = gson.fromJson(answer.body().charStream(), Token.class).accessToken();
        }
    }

    Policy get(String id) throws IOException {
        return read("/v2/policies/" + id, Policy.class);
    }

    Page list() throws IOException {
        return read("/v2/policies?account_id=" + Payloads.ACCOUNT + "&limit=100", Page.class);
    }

    void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private <T> T read(String path, Class<T> type) throws IOException {
        Request ask = new Request.Builder()
                .url(url + path)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .build();
        try (Response answer = http.newCall(ask).execute()) {
            if (!answer.isSuccessful() || answer.header("ETag") == null) {
                throw new IOException("status " + answer.code());
            }
            return gson.fromJson(answer.body().charStream(), type);
        }
    }
}
