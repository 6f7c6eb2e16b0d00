package io.lanyard.registry;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.call.Endpoint;
import io.lanyard.core.json.OpenValueAdapter;
import java.net.URI;

/**
 * Registry: one of the places where Container Registry runs; each has namespaces, images, plan, quota and access enforcement of its own.
 *
 * <p>An open value: a region that is newer than this library works, too. If its host doesn't follow the pattern, say where it is
 * in {@code IBMCLOUD_REGISTRY_<REGION>}, as in {@code IBMCLOUD_REGISTRY_US_SOUTH}.
 *
 * @param value the region's name as access policies spell it
 */
@JsonAdapter(OpenValueAdapter.class)
public record Region(String value) implements TextValue {

    /** The registry {@code icr.io}; in access policies it is a geography ({@code geography=global}), not a region. */
    public static final Region GLOBAL = new Region("global");
    /** Dallas, {@code us.icr.io}. */
    public static final Region US_SOUTH = new Region("us-south");
    /** London, {@code uk.icr.io}. */
    public static final Region EU_GB = new Region("eu-gb");
    /** Frankfurt, {@code de.icr.io}. */
    public static final Region EU_DE = new Region("eu-de");
    /** Madrid, {@code es.icr.io}. */
    public static final Region EU_ES = new Region("eu-es");
    /** Paris, {@code fr2.icr.io}; known from IBM's SDK only. */
    public static final Region EU_FR2 = new Region("eu-fr2");
    /** Sydney, {@code au.icr.io}. */
    public static final Region AU_SYD = new Region("au-syd");
    /** Tokyo, {@code jp.icr.io}. */
    public static final Region JP_TOK = new Region("jp-tok");
    /** Osaka, {@code jp2.icr.io}. */
    public static final Region JP_OSA = new Region("jp-osa");
    /** Toronto, {@code ca.icr.io}. */
    public static final Region CA_TOR = new Region("ca-tor");
    /** Montreal, {@code ca2.icr.io}. */
    public static final Region CA_MON = new Region("ca-mon");
    /** São Paulo, {@code br.icr.io}. */
    public static final Region BR_SAO = new Region("br-sao");
    /** Chennai, {@code in.icr.io}. */
    public static final Region IN_CHE = new Region("in-che");
    /** Mumbai, {@code in2.icr.io}. */
    public static final Region IN_MUM = new Region("in-mum");

    /**
     * Checks the shape only.
     *
     * @throws IllegalArgumentException when the name isn't lower-case letters, digits and hyphens
     */
    public Region {
        if (!value.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a region is written like us-south or eu-gb");
        }
    }

    /**
     * Names a region, known here or not.
     *
     * @param value such as {@code us-south}
     * @return the region
     */
    public static Region of(String value) {
        return new Region(value);
    }

    /**
     * Names the region's host on the public network, as image names begin with it.
     *
     * @return such as {@code us.icr.io}; for a region that this library doesn't know, a guess after the same pattern
     */
    public String host() {
        return URI.create(Endpoint.registry(value).defaultUrl()).getHost();
    }

    @Override
    public String toString() {
        return value;
    }
}
