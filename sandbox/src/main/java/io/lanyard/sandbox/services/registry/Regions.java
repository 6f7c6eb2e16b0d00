// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The registry's host names. Old and new host of a region are interchangeable (IBM: registry_overview). */
public final class Regions {
    private static final Map<String, String> HOSTS = Map.ofEntries(
            Map.entry("global", "icr.io"),
            Map.entry("us-south", "us.icr.io"),
            Map.entry("eu-gb", "uk.icr.io"),
            Map.entry("eu-de", "de.icr.io"),
            Map.entry("au-syd", "au.icr.io"),
            Map.entry("jp-tok", "jp.icr.io"),
            Map.entry("jp-osa", "jp2.icr.io"),
            Map.entry("ca-tor", "ca.icr.io"),
            Map.entry("ca-mon", "ca2.icr.io"),
            Map.entry("br-sao", "br.icr.io"),
            Map.entry("eu-es", "es.icr.io"),
            Map.entry("in-che", "in.icr.io"),
            Map.entry("in-mum", "in2.icr.io"));

    private static final Map<String, String> OLD_HOSTS = Map.of(
            "registry.bluemix.net", "global",
            "registry.ng.bluemix.net", "us-south",
            "registry.eu-gb.bluemix.net", "eu-gb",
            "registry.eu-de.bluemix.net", "eu-de",
            "registry.au-syd.bluemix.net", "au-syd");

    private Regions() {}

    /** Returns the host of a region, as image names show it. */
    public static String host(String region) {
        return HOSTS.getOrDefault(region, region + ".icr.io");
    }

    /** Returns the region of one of IBM's hosts, public, private or old; empty for any other host, such as our own. */
    public static Optional<String> of(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        var plain = name.startsWith("private.") ? name.substring("private.".length()) : name;
        return HOSTS.entrySet().stream()
                .filter(e -> e.getValue().equals(plain))
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> Optional.ofNullable(OLD_HOSTS.get(plain)));
    }
}
