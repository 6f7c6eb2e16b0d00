package io.lanyard.core.call;

import java.util.Map;

/**
 * Core, call: a service's place. Its name is the key under which another URL can be given: {@code IBMCLOUD_IAM_URL} for
 * {@code iam}. A name with a slash falls back to what stands before it: {@code registry/us-south}, then {@code registry}.
 *
 * @param name the key
 * @param defaultUrl where it is on IBM Cloud
 */
public record Endpoint(String name, String defaultUrl) {

    /** Tokens, and whatever of IAM has no other URL. */
    public static final Endpoint IAM = new Endpoint("iam", "https://iam.cloud.ibm.com");
    /** IAM Identity. */
    public static final Endpoint IDENTITY = new Endpoint("iam/identity", "https://iam.cloud.ibm.com");
    /** IAM Access Groups. */
    public static final Endpoint ACCESS_GROUPS = new Endpoint("iam/access-groups", "https://iam.cloud.ibm.com");
    /** IAM Policy Management. */
    public static final Endpoint POLICY = new Endpoint("iam/policy", "https://iam.cloud.ibm.com");
    /** Context-based restrictions. */
    public static final Endpoint CBR = new Endpoint("cbr", "https://cbr.cloud.ibm.com");
    /** User Management. */
    public static final Endpoint USERS = new Endpoint("user-management", "https://user-management.cloud.ibm.com");
    /** Enterprise Management. */
    public static final Endpoint ENTERPRISE = new Endpoint("enterprise", "https://enterprise.cloud.ibm.com/v1");
    /** Resource Manager: resource groups. */
    public static final Endpoint RESOURCE_MANAGER =
            new Endpoint("resource-manager", "https://resource-controller.cloud.ibm.com");
    /** Resource Controller: service instances. */
    public static final Endpoint RESOURCE_CONTROLLER =
            new Endpoint("resource-controller", "https://resource-controller.cloud.ibm.com");

    private static final String LOGS = ".logs.cloud.ibm.com";
    private static final Map<String, String> REGISTRY_HOSTS = Map.ofEntries(
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
            Map.entry("in-mum", "in2.icr.io"),
            Map.entry("eu-fr2", "fr2.icr.io"));

    /**
     * Finds Container Registry in a region.
     *
     * @param region such as {@code us-south}, or {@code global}
     * @return its place
     * @throws IllegalArgumentException when the region cannot be part of a host's name
     */
    public static Endpoint registry(String region) {
        var host = REGISTRY_HOSTS.get(region);
        if (host == null) {
            if (!isLabel(region)) {
                throw new IllegalArgumentException("no region: '" + region + "'");
            }
            host = region + ".icr.io"; // a region that is newer than we are: a guess beats a refusal
        }
        return new Endpoint("registry/" + region, "https://" + host);
    }

    /**
     * Lists the hosts of Container Registry by their regions, as far as they are known.
     *
     * @return such as {@code us.icr.io} for {@code us-south}
     */
    public static Map<String, String> registryHosts() {
        return REGISTRY_HOSTS;
    }

    /**
     * Finds Activity Tracker routing in a region.
     *
     * @param region such as {@code us-south}
     * @return its place
     * @throws IllegalArgumentException when the region cannot be part of a host's name
     */
    public static Endpoint activityTracker(String region) {
        if (!isLabel(region)) {
            throw new IllegalArgumentException("no region: '" + region + "'");
        }
        return new Endpoint("atracker/" + region, "https://" + region + ".atracker.cloud.ibm.com");
    }

    /**
     * Finds the API of a Cloud Logs instance; another URL for all of them may be given for {@code logs}.
     *
     * @param region such as {@code eu-de}
     * @param guid the instance's GUID
     * @return its place
     * @throws IllegalArgumentException when one of them cannot be part of a host's name
     */
    public static Endpoint logs(String region, String guid) {
        return new Endpoint("logs/" + label(guid), "https://" + guid + ".api." + label(region) + LOGS);
    }

    /**
     * Finds where a Cloud Logs instance takes logs; another URL for all of them may be given for {@code logs-ingress}.
     *
     * @param region such as {@code eu-de}
     * @param guid the instance's GUID
     * @return its place
     * @throws IllegalArgumentException when one of them cannot be part of a host's name
     */
    public static Endpoint logsIngress(String region, String guid) {
        return new Endpoint("logs-ingress/" + label(guid), "https://" + guid + ".ingress." + label(region) + LOGS);
    }

    private static String label(String text) {
        if (!isLabel(text)) {
            throw new IllegalArgumentException("'" + text + "' cannot be part of a host's name");
        }
        return text;
    }

    private static boolean isLabel(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
