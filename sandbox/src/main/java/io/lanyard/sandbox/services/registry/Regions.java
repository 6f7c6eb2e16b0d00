// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry;

import io.lanyard.core.call.Endpoint;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The registry's host names. Old and new host of a region are interchangeable (IBM: registry_overview). */
public final class Regions {
    private static final Map<String, String> OLD_HOSTS = Map.of(
            "registry.bluemix.net", "global",
            "registry.ng.bluemix.net", "us-south",
            "registry.eu-gb.bluemix.net", "eu-gb",
            "registry.eu-de.bluemix.net", "eu-de",
            "registry.au-syd.bluemix.net", "au-syd");

    private Regions() {}

    /** Returns the host of a region, as image names show it. */
    public static String host(String region) {
        return Endpoint.registryHosts().getOrDefault(region, region + ".icr.io");
    }

    /** Returns the region of one of IBM's hosts, public, private or old; empty for any other host, such as our own. */
    public static Optional<String> of(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        var plain = name.startsWith("private.") ? name.substring("private.".length()) : name;
        return Endpoint.registryHosts().entrySet().stream()
                .filter(e -> e.getValue().equals(plain))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> Optional.ofNullable(OLD_HOSTS.get(plain)));
    }
}
