package io.lanyard.policy.decision;

import java.util.List;

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
}
