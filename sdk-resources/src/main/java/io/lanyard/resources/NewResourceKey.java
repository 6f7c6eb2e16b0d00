package io.lanyard.resources;

import io.lanyard.core.Crn;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resources: the optional part of a new key; Gson writes its fields as the request's body. */
@SuppressWarnings("unused") // fields that only Gson reads
public final class NewResourceKey {

    private final String name;
    private final InstanceId source;
    private @Nullable String role;
    private @Nullable Map<String, Object> parameters;

    NewResourceKey(String name, InstanceId source) {
        this.name = name;
        this.source = source;
    }

    /**
     * Says which role its service ID gets on the instance.
     *
     * @param role the role's name, such as {@code Writer}, or its CRN
     * @return this
     */
    public NewResourceKey role(String role) {
        this.role = role;
        return this;
    }

    /**
     * Puts a service ID behind it that is there already, instead of one made for it.
     *
     * @param crn the service ID's CRN
     * @return this
     */
    public NewResourceKey serviceId(Crn crn) {
        return parameter("serviceid_crn", crn.value());
    }

    /**
     * Wants the credentials that sign requests, too. Object Storage knows them.
     *
     * @return this
     */
    public NewResourceKey hmac() {
        return parameter("HMAC", true);
    }

    /**
     * Tells the service something of its own.
     *
     * @param key   the service's name for it
     * @param value text, a number, a boolean, or lists and maps of those
     * @return this
     */
    public NewResourceKey parameter(String key, Object value) {
        if (parameters == null) {
            parameters = new LinkedHashMap<>();
        }
        parameters.put(key, value);
        return this;
    }
}
