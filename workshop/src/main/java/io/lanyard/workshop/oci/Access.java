package io.lanyard.workshop.oci;

/** Registry client: what a person wants to do with an image; the words of a scope. */
public enum Access {
    /** Read manifests and blobs. */
    PULL("pull"),
    /** Read and write them. */
    PUSH("pull,push");

    private final String actions;

    Access(String actions) {
        this.actions = actions;
    }

    String scope(ImageName image) {
        return "repository:" + image.repository() + ":" + actions;
    }
}
