package io.lanyard.authorizations;

import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.policy.Attribute;
import io.lanyard.policy.Subject;
import io.lanyard.policy.Targets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/**
 * Authorizations: the service that acts. It runs in the account of what it acts on, unless another is named.
 *
 * <pre>{@code
 * Source.ACTIVITY_TRACKER.in(otherAccount)
 * Source.service("cloud-object-storage").instance(storeGuid)
 * Source.everythingIn(resourceGroupId)
 * Source.CLOUD_LOGS.inEnterprise(enterpriseId)
 * }</pre>
 *
 * @param subject the source as the service stores it
 */
public record Source(Subject subject) {

    /** Activity Tracker Event Routing. It has no instances. */
    public static final Source ACTIVITY_TRACKER = service("atracker");
    /** Cloud Logs. */
    public static final Source CLOUD_LOGS = service("logs");
    /** Object Storage. */
    public static final Source OBJECT_STORAGE = service("cloud-object-storage");
    /** Event Streams. */
    public static final Source EVENT_STREAMS = service("messagehub");

    private static final String ACCOUNT = "accountId";
    private static final String SERVICE = "serviceName";
    private static final String INSTANCE = "serviceInstance";
    private static final String GROUP = "resourceGroupId";
    private static final String ENTERPRISE = "enterpriseId";
    private static final String ACCOUNT_GROUP = "AccountGroupId"; // written with a capital A in IBM's own sample

    /**
     * Names all instances of a service.
     *
     * @param name the service's name, such as {@code atracker}
     * @return the source
     */
    public static Source service(String name) {
        return new Source(Subject.NONE).with(SERVICE, name);
    }

    /**
     * Names every service whose instance is in a resource group.
     *
     * @param resourceGroupId the group
     * @return the source
     */
    public static Source everythingIn(String resourceGroupId) {
        return new Source(Subject.NONE).with(GROUP, resourceGroupId);
    }

    /**
     * Names one instance of a service, wherever it is.
     *
     * @param crn its CRN
     * @return the source, with the instance's account
     * @throws IllegalArgumentException when the CRN names no instance of an account, or only something in one: say
     *     {@link #resource} for that
     */
    public static Source instance(Crn crn) {
        var instance = Targets.instance(crn); // what makes a target of a CRN makes a source of it
        return service(crn.serviceName())
                .instance(crn.serviceInstance())
                .in(instance.account().orElseThrow());
    }

    /**
     * Narrows to one instance.
     *
     * @param guid its GUID; of its CRN, the GUID is taken
     * @return the narrower source
     */
    public Source instance(String guid) {
        return with(INSTANCE, Crn.guid(guid));
    }

    /**
     * Narrows to instances in a resource group of the source's account.
     *
     * @param id the group
     * @return the narrower source
     */
    public Source inResourceGroup(String id) {
        return with(GROUP, id);
    }

    /**
     * Narrows to instances in a region.
     *
     * @param name the region
     * @return the narrower source
     */
    public Source inRegion(String name) {
        return with("region", name);
    }

    /**
     * Narrows to one resource of the source service.
     *
     * @param type the service's word for it
     * @param name its name
     * @return the narrower source
     */
    public Source resource(String type, String name) {
        return with("resourceType", type).with("resource", name);
    }

    /**
     * Takes the source from another account. No right in that account is needed, only its id.
     *
     * @param account the account it runs in
     * @return the source there
     */
    public Source in(AccountId account) {
        return without(ENTERPRISE, ACCOUNT_GROUP).with(ACCOUNT, account.value());
    }

    /**
     * Takes the source from all accounts of an enterprise, those to come included. Documented for logs to logs alone.
     *
     * @param id the enterprise
     * @return the source there
     */
    public Source inEnterprise(String id) {
        return without(ACCOUNT, ACCOUNT_GROUP).with(ENTERPRISE, id);
    }

    /**
     * Takes the source from all accounts of an account group of an enterprise, those to come included.
     *
     * @param id the account group
     * @return the source there
     */
    public Source inAccountGroup(String id) {
        return without(ACCOUNT, ENTERPRISE).with(ACCOUNT_GROUP, id);
    }

    /** {@return the service, empty when every service of a resource group is meant} */
    public Optional<String> service() {
        return value(SERVICE);
    }

    /** {@return the instance's GUID, empty when all are meant} */
    public Optional<String> instance() {
        return value(INSTANCE);
    }

    /** {@return the resource group, empty when none is named} */
    public Optional<String> resourceGroup() {
        return value(GROUP);
    }

    /** {@return the account it runs in, empty when none is named} */
    public Optional<AccountId> account() {
        return value(ACCOUNT).map(AccountId::of);
    }

    /** {@return the enterprise in whose accounts it runs, empty when none is named} */
    public Optional<String> enterprise() {
        return value(ENTERPRISE);
    }

    /** {@return the account group in whose accounts it runs, empty when none is named} */
    public Optional<String> accountGroup() {
        return value(ACCOUNT_GROUP);
    }

    boolean isOfEnterprise() {
        return enterprise().isPresent() || accountGroup().isPresent();
    }

    Source orIn(AccountId account) {
        return account().isPresent() || isOfEnterprise() ? this : in(account);
    }

    private Optional<String> value(String key) {
        return subject.attributes().stream()
                .filter(attribute -> attribute.key().equals(key) && attribute.isPlain())
                .map(attribute -> attribute.value().texts().get(0))
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private Source with(String key, String value) {
        var attributes = new ArrayList<>(without(key).subject.attributes());
        attributes.add(Attribute.of(key, value));
        return new Source(new Subject(attributes));
    }

    private Source without(String... keys) {
        var gone = Set.of(keys);
        return new Source(new Subject(subject.attributes().stream()
                .filter(attribute -> !gone.contains(attribute.key()))
                .toList()));
    }
}
