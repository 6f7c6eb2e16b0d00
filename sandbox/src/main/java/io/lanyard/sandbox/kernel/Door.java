// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

/**
 * One listening socket as the kernel sees it.
 *
 * @param plane which routes live behind it
 * @param region the cloud region it stands for, such as {@code us-south}; {@code global} for the control port
 */
public record Door(Plane plane, String region) {
    /** The control port's door. */
    public static final Door CONTROL = new Door(Plane.CONTROL, "global");

    /** Returns the registry door of a region. */
    public static Door registry(String region) {
        return new Door(Plane.REGISTRY, region);
    }

    /** Returns the door of Object Storage, which is one for all regions. */
    public static Door storage() {
        return new Door(Plane.STORAGE, "global");
    }
}
