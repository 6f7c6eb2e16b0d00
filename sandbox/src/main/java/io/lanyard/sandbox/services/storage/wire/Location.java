// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.wire;

import java.util.Set;

/** Where buckets can be, and what storage class they can have there: IBM's provisioning codes, such as {@code us-south-standard}. */
public final class Location {
    /** What a bucket gets that asks for none. */
    public static final String USUAL = "us-south-standard";

    private static final Set<String> PLACES = Set.of(
            // across regions
            "us",
            "eu",
            "ap",
            // regions
            "us-south",
            "us-east",
            "eu-gb",
            "eu-de",
            "eu-es",
            "eu-fr2",
            "au-syd",
            "jp-tok",
            "jp-osa",
            "ca-tor",
            "ca-mon",
            "br-sao",
            "in-che",
            "in-mum",
            // single data centers, also those that clients still offer
            "ams03",
            "che01",
            "hkg02",
            "mel01",
            "mex01",
            "mil01",
            "mon01",
            "osl01",
            "par01",
            "sao01",
            "seo01",
            "sjc04",
            "sng01",
            "tor01");
    private static final Set<String> CLASSES = Set.of("standard", "vault", "cold", "flex", "smart", "onerate_active");

    private Location() {}

    /** Tells whether a bucket can be made with this code. */
    public static boolean exists(String code) {
        var dash = code.lastIndexOf('-');
        return dash > 0 && PLACES.contains(code.substring(0, dash)) && CLASSES.contains(code.substring(dash + 1));
    }
}
