package io.lanyard.audit;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Audit: a region in which event routing can be asked and targets can be. An open value: the service may know others.
 *
 * @param value the value as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record Region(String value) implements TextValue {

    /** Dallas. */
    public static final Region US_SOUTH = new Region("us-south");
    /** Washington DC. */
    public static final Region US_EAST = new Region("us-east");
    /** Frankfurt. */
    public static final Region EU_DE = new Region("eu-de");
    /** London. */
    public static final Region EU_GB = new Region("eu-gb");
    /** Madrid. */
    public static final Region EU_ES = new Region("eu-es");
    /** Paris. */
    public static final Region EU_FR2 = new Region("eu-fr2");
    /** Sydney. */
    public static final Region AU_SYD = new Region("au-syd");
    /** Tokyo. */
    public static final Region JP_TOK = new Region("jp-tok");
    /** Osaka. */
    public static final Region JP_OSA = new Region("jp-osa");
    /** Toronto. */
    public static final Region CA_TOR = new Region("ca-tor");
    /** Montreal. */
    public static final Region CA_MON = new Region("ca-mon");
    /** Sao Paulo. */
    public static final Region BR_SAO = new Region("br-sao");
    /** Chennai. */
    public static final Region IN_CHE = new Region("in-che");
    /** Mumbai. */
    public static final Region IN_MUM = new Region("in-mum");

    /**
     * Names it, known here or not.
     *
     * @param value the value as the API spells it
     * @return the value
     */
    public static Region of(String value) {
        return new Region(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
