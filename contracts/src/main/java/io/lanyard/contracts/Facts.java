// Contracts: reads the fact files from the class path.
package io.lanyard.contracts;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The files at the top of the contracts folder. */
final class Facts {

    /** The services under contract; each has a file of this name. */
    static final List<String> SERVICES = List.of(
            "atracker",
            "cloud-logs",
            "container-registry",
            "context-based-restrictions",
            "enterprise-management",
            "iam-access-groups",
            "iam-identity",
            "iam-policy-management",
            "iam-token",
            "resource-controller",
            "resource-manager",
            "user-management");

    private Facts() {}

    static JsonObject json(String file) {
        return JsonParser.parseString(text(file)).getAsJsonObject();
    }

    static String text(String file) {
        try (InputStream in = Facts.class.getResourceAsStream("/contracts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no contract file " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("contract file " + file, e);
        }
    }
}
