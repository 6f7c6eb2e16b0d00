// Room: sandbox / routing. Regions that targets can be in, and locations that events come from.
package io.lanyard.sandbox.services.routing;

import io.lanyard.core.Crn;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names of places. Locations are hierarchical: {@code eu-de} has the zones {@code eu-de-1} to {@code eu-de-3}, and
 * {@code jp} all regions of Japan.
 */
final class Locations {
    /** Every location, {@code global} included. */
    static final String EVERYWHERE = "*";

    /** Where IAM and the rest of the platform are. */
    static final String GLOBAL = "global";

    /** Where an account's configuration is unless it says otherwise. */
    static final String HOME = "us-south";

    /** The regions that event routing is in (services/activity-tracker.md §1). */
    static final List<String> REGIONS = List.of(
            "us-south",
            "us-east",
            "eu-de",
            "eu-gb",
            "eu-es",
            "au-syd",
            "ca-mon",
            "ca-tor",
            "br-sao",
            "eu-fr2",
            "jp-tok",
            "jp-osa",
            "in-che",
            "in-mum");

    /** What is wider than a region: countries, and the geographies of Object Storage. */
    private static final Set<String> WIDER = REGIONS.stream()
            .map(region -> region.substring(0, region.indexOf('-')))
            .collect(Collectors.toCollection(() -> new TreeSet<>(Set.of("ap"))));

    private static final Pattern ZONE = Pattern.compile("(.+)-[1-9]");

    private Locations() {}

    static boolean isRegion(String name) {
        return REGIONS.contains(name);
    }

    static boolean isLocation(String name) {
        var zone = ZONE.matcher(name);
        return name.equals(EVERYWHERE)
                || name.equals(GLOBAL)
                || isRegion(zone.matches() ? zone.group(1) : name)
                || WIDER.contains(name);
    }

    /** All that a rule can name, for messages. */
    static List<String> known() {
        var all = new java.util.ArrayList<String>();
        all.add(EVERYWHERE);
        all.add(GLOBAL);
        all.addAll(REGIONS);
        all.addAll(WIDER);
        return all;
    }

    /** Tells whether what a rule names includes the location of an event. */
    static boolean includes(String wanted, String location) {
        return wanted.equals(EVERYWHERE)
                || wanted.equals(location)
                || (location.startsWith(wanted) && location.charAt(wanted.length()) == '-');
    }

    /** The location of an event: the region of the CRN that tells it. */
    static String of(String logSourceCrn) {
        return Crn.tryParse(logSourceCrn)
                .map(Crn::region)
                .filter(region -> !region.isEmpty())
                .orElse(GLOBAL);
    }
}
