package io.lanyard.audit;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Audit: where events come from, as rules name it. A region takes its zones, too, and a country its regions. An open value: the service may know others.
 *
 * @param value the value as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record Location(String value) implements TextValue {

    /** Everywhere, global events included. */
    public static final Location ALL = new Location("*");
    /** Services without a region, IAM among them. */
    public static final Location GLOBAL = new Location("global");
    /** Dallas. */
    public static final Location US_SOUTH = new Location("us-south");
    /** Washington DC. */
    public static final Location US_EAST = new Location("us-east");
    /** Frankfurt. */
    public static final Location EU_DE = new Location("eu-de");
    /** London. */
    public static final Location EU_GB = new Location("eu-gb");
    /** Madrid. */
    public static final Location EU_ES = new Location("eu-es");
    /** Sydney. */
    public static final Location AU_SYD = new Location("au-syd");
    /** Tokyo. */
    public static final Location JP_TOK = new Location("jp-tok");
    /** Osaka. */
    public static final Location JP_OSA = new Location("jp-osa");
    /** Toronto. */
    public static final Location CA_TOR = new Location("ca-tor");
    /** Montreal. */
    public static final Location CA_MON = new Location("ca-mon");
    /** Sao Paulo. */
    public static final Location BR_SAO = new Location("br-sao");
    /** Chennai. */
    public static final Location IN_CHE = new Location("in-che");
    /** Mumbai. */
    public static final Location IN_MUM = new Location("in-mum");

    /**
     * Names it, known here or not.
     *
     * @param value the value as the API spells it
     * @return the value
     */
    public static Location of(String value) {
        return new Location(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
