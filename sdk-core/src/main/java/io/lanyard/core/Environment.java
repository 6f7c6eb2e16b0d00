package io.lanyard.core;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Core: what an environment says about a cloud, or the one sentence about what is wrong with it. */
final class Environment {

    private static final String PREFIX = "IBMCLOUD_";
    private static final String SUFFIX = "_URL";
    private static final String REGION = "IBMCLOUD_REGISTRY_";
    private static final Set<String> PARTED = Set.of("iam", "registry", "atracker");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** The variables that IBM's own SDKs read, and what they mean to us; ours come first. */
    private static final Map<String, String> IBMS = Map.of(
            "IAM_IDENTITY_AUTH_URL", "iam",
            "IAM_IDENTITY_URL", "iam/identity",
            "IAM_ACCESS_GROUPS_URL", "iam/access-groups",
            "IAM_POLICY_MANAGEMENT_URL", "iam/policy",
            "CONTEXT_BASED_RESTRICTIONS_URL", "cbr",
            "USER_MANAGEMENT_URL", "user-management",
            "ENTERPRISE_MANAGEMENT_URL", "enterprise",
            "RESOURCE_MANAGER_URL", "resource-manager",
            "RESOURCE_CONTROLLER_URL", "resource-controller");

    private static final Map<String, String> IBMS_TOO =
            Map.of("CONTAINER_REGISTRY_URL", "registry", "ATRACKER_URL", "atracker");

    private Environment() {}

    static Consumer<CloudOptions> read(Map<String, String> variables) {
        var key = variables.getOrDefault("IBMCLOUD_API_KEY", "");
        if (key.isBlank()) {
            throw new ConfigurationException(
                    "IBMCLOUD_API_KEY is not set: set it to an API key of a user or a service ID.");
        }
        var credentials = Credentials.apiKey(secret(key));
        var urls = urls(variables);
        var account = variables.getOrDefault("IBMCLOUD_ACCOUNT_ID", "");
        return options -> {
            options.credentials(credentials);
            if (!account.isBlank()) {
                options.account(account(account));
            }
            urls.forEach(options::endpoint);
        };
    }

    private static Secret secret(String key) {
        try {
            return Secret.of(key);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("IBMCLOUD_API_KEY cannot be a key: " + e.getMessage());
        }
    }

    private static AccountId account(String id) {
        try {
            return AccountId.of(id);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("IBMCLOUD_ACCOUNT_ID cannot be an account: " + e.getMessage());
        }
    }

    private static Map<String, String> urls(Map<String, String> variables) {
        var urls = new TreeMap<String, String>();
        theirs(variables, IBMS, urls);
        theirs(variables, IBMS_TOO, urls);
        var own = new TreeMap<String, String>();
        variables.forEach((name, value) -> {
            if (value.isBlank() || !name.startsWith(PREFIX)) {
                return;
            }
            if (name.endsWith(SUFFIX) && name.length() > PREFIX.length() + SUFFIX.length()) {
                own.put(service(name.substring(PREFIX.length(), name.length() - SUFFIX.length())), url(name, value));
            } else if (name.startsWith(REGION) && name.length() > REGION.length()) {
                own.put(
                        "registry/" + service(name.substring(REGION.length())),
                        url(name, address(name, value.strip())));
            }
        });
        for (var service : own.keySet()) { // a URL of ours for all of IAM outweighs theirs for a part of it
            urls.keySet().removeIf(theirs -> theirs.startsWith(service + "/"));
        }
        urls.putAll(own);
        return urls;
    }

    private static void theirs(Map<String, String> variables, Map<String, String> names, Map<String, String> urls) {
        names.forEach((name, service) -> {
            var value = variables.getOrDefault(name, "");
            if (!value.isBlank()) {
                var url = url(name, value);
                urls.put(service, url.endsWith("/identity/token") ? url.substring(0, url.length() - 15) : url);
            }
        });
    }

    private static String url(String name, String value) {
        return CloudOptions.checked(name, value);
    }

    /** A registry's address as container tools write it has no scheme: http on this machine, https anywhere else. */
    private static String address(String name, String value) {
        if (value.contains("://")) {
            return value;
        }
        int port = value.lastIndexOf(':');
        var host = port > value.lastIndexOf(']') ? value.substring(0, port) : value;
        if (host.isEmpty() || value.indexOf('/') >= 0) {
            throw new ConfigurationException(name + " must be host:port, unlike '" + value + "'.");
        }
        return (LOOPBACK.contains(host) ? "http://" : "https://") + value;
    }

    /** Turns {@code IAM_POLICY} into {@code iam/policy}: what has parts in our names has them here. */
    private static String service(String name) {
        var text = name.toLowerCase(Locale.ROOT).replace('_', '-');
        int dash = text.indexOf('-');
        return dash > 0 && PARTED.contains(text.substring(0, dash))
                ? text.substring(0, dash) + "/" + text.substring(dash + 1)
                : text;
    }
}
