package io.lanyard.core;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.json.OpenValueAdapter;
import java.util.Optional;

/**
 * Core: a cloud resource name, {@code crn:version:cname:ctype:service-name:region:scope:service-instance:resource-type:resource}.
 * Ten segments; the last may itself hold colons and slashes.
 *
 * @param version the version, {@code v1}
 * @param cname the cloud, {@code bluemix}
 * @param ctype the kind of cloud, {@code public}
 * @param serviceName the service, such as {@code container-registry}
 * @param region the region, empty for a global service
 * @param scope whose it is, such as {@code a/} and an account id
 * @param serviceInstance the instance, empty when the service has none
 * @param resourceType the kind of resource, empty for the instance itself
 * @param resource the resource, empty for the instance itself
 */
@JsonAdapter(OpenValueAdapter.class)
public record Crn(
        String version,
        String cname,
        String ctype,
        String serviceName,
        String region,
        String scope,
        String serviceInstance,
        String resourceType,
        String resource)
        implements TextValue {

    private static final int SEGMENTS = 10;
    private static final String OWNED = "a/";

    /** Checks that no segment but the last holds a colon, and none a control character or a blank. */
    public Crn {
        check(version, cname, ctype, serviceName, region, scope, serviceInstance, resourceType);
        clean(resource);
    }

    /**
     * Reads a CRN.
     *
     * @param text the ten segments, with colons between them
     */
    public Crn(String text) {
        this(split(text));
    }

    private Crn(String[] parts) {
        this(parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7], parts[8], parts[9]);
    }

    /**
     * Reads a CRN.
     *
     * @param text the ten segments, with colons between them
     * @return the CRN
     * @throws IllegalArgumentException when there are fewer, or the first isn't {@code crn}
     */
    public static Crn parse(String text) {
        return new Crn(text);
    }

    /**
     * Reads what may be a CRN.
     *
     * @param text any text
     * @return the CRN, empty when the text is none
     */
    public static Optional<Crn> tryParse(String text) {
        try {
            return Optional.of(new Crn(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Takes the GUID out of what names a service instance. People and pages use the CRN for the GUID and the other way round.
     *
     * @param guidOrCrn the GUID, or the CRN that it is part of
     * @return the GUID: the CRN's part, or the text itself when it is no CRN
     */
    public static String guid(String guidOrCrn) {
        return tryParse(guidOrCrn).map(Crn::serviceInstance).orElse(guidOrCrn);
    }

    /**
     * Builds a CRN of the public cloud.
     *
     * @param serviceName the service
     * @param region the region, empty for a global service
     * @param account whose it is
     * @param serviceInstance the instance, empty when the service has none
     * @param resourceType the kind of resource, may be empty
     * @param resource the resource, may be empty
     * @return the CRN
     */
    public static Crn of(
            String serviceName,
            String region,
            AccountId account,
            String serviceInstance,
            String resourceType,
            String resource) {
        return new Crn(
                "v1",
                "bluemix",
                "public",
                serviceName,
                region,
                OWNED + account,
                serviceInstance,
                resourceType,
                resource);
    }

    /**
     * Finds out whose it is.
     *
     * @return the account, empty when the scope names none
     */
    public Optional<AccountId> account() {
        return scope.startsWith(OWNED) ? AccountId.tryOf(scope.substring(OWNED.length())) : Optional.empty();
    }

    @Override
    public String value() {
        return String.join(
                ":", "crn", version, cname, ctype, serviceName, region, scope, serviceInstance, resourceType, resource);
    }

    @Override
    public String toString() {
        return value();
    }

    private static String[] split(String text) {
        var parts = text.split(":", SEGMENTS);
        if (parts.length != SEGMENTS || !parts[0].equals("crn")) {
            throw new IllegalArgumentException("a CRN has ten segments, the first of them 'crn': '" + text + "'");
        }
        return parts;
    }

    private static void check(String... segments) {
        for (var segment : segments) {
            if (segment.indexOf(':') >= 0) {
                throw new IllegalArgumentException("a colon inside the CRN segment '" + segment + "'");
            }
            clean(segment);
        }
    }

    private static void clean(String segment) {
        for (int i = 0; i < segment.length(); i++) {
            if (Character.isISOControl(segment.charAt(i))) {
                throw new IllegalArgumentException("a control character inside a CRN segment");
            }
        }
    }
}
