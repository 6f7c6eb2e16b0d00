package io.lanyard.policy.decision;

import io.lanyard.core.Crn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decision: who asks: an identity by its IAM id, a service by its CRN, or nobody in particular.
 *
 * @param id the IAM id, "" for nobody
 * @param service the attributes of a service that asks, empty for an identity
 * @param groups access groups that are known for this request only
 * @param home the account in which an identity logged in, "" when that isn't known
 */
record Asker(String id, Map<String, String> service, List<String> groups, String home) {
    private static final String SERVICE_PREFIX = "crn-";

    static Asker of(String id) {
        return new Asker(
                id,
                id.startsWith(SERVICE_PREFIX) ? sourceOf(Crn.parse(id.substring(SERVICE_PREFIX.length()))) : Map.of(),
                List.of(),
                "");
    }

    boolean isService() {
        return !service.isEmpty();
    }

    boolean isAnybody() {
        return id.isEmpty();
    }

    Asker loggedInTo(String account) {
        return new Asker(id, service, groups, account);
    }

    Asker memberOf(List<String> more) {
        var all = new ArrayList<>(groups);
        all.addAll(more);
        return new Asker(id, service, List.copyOf(all), home);
    }

    Asker with(String attribute, String value) {
        var more = new HashMap<>(service);
        more.put(attribute, value);
        return new Asker(id, Map.copyOf(more), groups, home);
    }

    /** A source may also be all services of a kind, together with a resource group. */
    private static Map<String, String> sourceOf(Crn crn) {
        var attributes = new HashMap<>(attributesOf(crn));
        put(attributes, "serviceType", ServiceKinds.typeOf(crn.serviceName()));
        return Map.copyOf(attributes);
    }

    /** Says a CRN's segments in the words of policies; empty segments are absent attributes. */
    static Map<String, String> attributesOf(Crn crn) {
        var attributes = new HashMap<String, String>();
        put(attributes, "serviceName", crn.serviceName());
        put(attributes, "region", crn.region());
        put(attributes, "serviceInstance", crn.serviceInstance());
        put(attributes, "resourceType", crn.resourceType());
        put(attributes, "resource", crn.resource());
        crn.account().ifPresent(account -> put(attributes, "accountId", account.value()));
        return Map.copyOf(attributes);
    }

    private static void put(Map<String, String> attributes, String name, String value) {
        if (!value.isEmpty()) {
            attributes.put(name, value);
        }
    }
}
