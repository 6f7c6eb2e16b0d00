package io.lanyard.workshop.labs;

import io.lanyard.registry.Region;
import io.lanyard.workshop.oci.ImageName;
import java.util.List;

/** Labs: the names that the registry lab uses, once. */
final class Places {
    static final Region HOME = Region.US_SOUTH;
    static final Region ABROAD = Region.EU_GB;
    static final String NAMESPACE = "my_namespace";
    static final String OTHER_NAMESPACE = "other_namespace";
    static final ImageName IMAGE = ImageName.of(NAMESPACE + "/hello-world:3.6");
    static final ImageName OTHER_IMAGE = ImageName.of(OTHER_NAMESPACE + "/hello-world:3.6");
    static final ImageName ROBOTS_IMAGE = IMAGE.tagged("3.7");
    static final List<Namespace> ALL = List.of(
            new Namespace(HOME, NAMESPACE), new Namespace(HOME, OTHER_NAMESPACE), new Namespace(ABROAD, NAMESPACE));

    static final String PULL = "container-registry.image.pull";
    static final String PUSH = "container-registry.image.push";

    /** How the lab finds its own policies again. */
    static final String MARK = "registry workshop: ";

    private Places() {}

    /** A namespace of a region. */
    record Namespace(Region region, String name) {}
}
