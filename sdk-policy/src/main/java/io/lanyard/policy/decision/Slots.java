package io.lanyard.policy.decision;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decision: the attributes that nearly every policy asks for have a fixed place in a request, so that no map is searched for them. */
final class Slots {
    static final int ACCOUNT = 0;
    static final int SERVICE = 1;
    static final int SERVICE_TYPE = 2;
    static final int SERVICE_GROUP = 3;
    static final int REGION = 4;
    static final int TYPE = 5;
    static final int RESOURCE = 6;
    static final int INSTANCE = 7;
    static final int RESOURCE_GROUP = 8;

    private static final List<String> NAMES = List.of(
            "accountId",
            "serviceName",
            "serviceType",
            "service_group_id",
            "region",
            "resourceType",
            "resource",
            "serviceInstance",
            "resourceGroupId");

    static final int COUNT = 9;

    private Slots() {}

    /** Returns the place of an attribute, -1 when it has none. */
    static int of(String attribute) {
        return NAMES.indexOf(attribute);
    }

    static String name(int slot) {
        return NAMES.get(slot);
    }

    /** Puts attributes into their places; the kind of service and its group follow from the service, unless they are said. */
    static @Nullable String[] fill(Map<String, String> attributes) {
        var slots = new @Nullable String[COUNT];
        for (int i = 0; i < COUNT; i++) {
            slots[i] = attributes.get(NAMES.get(i));
        }
        var service = slots[SERVICE];
        if (service != null && slots[SERVICE_GROUP] == null && ServiceKinds.isIam(service)) {
            slots[SERVICE_GROUP] = "IAM";
        }
        slots[SERVICE_TYPE] = type(slots[SERVICE_TYPE], service, slots);
        return slots;
    }

    private static @Nullable String type(@Nullable String said, @Nullable String service, @Nullable String[] slots) {
        if (said != null) {
            return ServiceKinds.normalised(said);
        }
        if (service != null) {
            return ServiceKinds.typeOf(service);
        }
        if (slots[SERVICE_GROUP] != null) {
            return ServiceKinds.PLATFORM;
        }
        return slots[RESOURCE_GROUP] == null ? null : ServiceKinds.SERVICE;
    }
}
