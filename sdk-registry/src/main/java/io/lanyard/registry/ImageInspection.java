package io.lanyard.registry;

import com.google.gson.annotations.SerializedName;
import java.util.List;
import java.util.Optional;

/**
 * Registry: everything that an image says about itself, in the shape of {@code docker inspect}.
 *
 * @param id              the id of its configuration
 * @param architecture    the processor it is built for, such as {@code amd64}
 * @param os              the system it is built for
 * @param osVersion       that system's version
 * @param author          who built it
 * @param comment         what the builder said
 * @param config          how a container of it starts
 * @param container       the container it was committed from
 * @param containerConfig how that container was started
 * @param created         when it was built, as the image writes it
 * @param dockerVersion   the docker version that built it
 * @param manifestType    the media type of its manifest
 * @param parent          the id of the image it was built on
 * @param rootFs          its layers
 * @param size            bytes of its layers as stored
 * @param virtualSize     bytes including what it shares with others
 */
public record ImageInspection(
        @SerializedName("Id") Optional<String> id,
        @SerializedName("Architecture") Optional<String> architecture,
        @SerializedName("Os") Optional<String> os,
        @SerializedName("OsVersion") Optional<String> osVersion,
        @SerializedName("Author") Optional<String> author,
        @SerializedName("Comment") Optional<String> comment,
        @SerializedName("Config") Optional<ImageConfig> config,
        @SerializedName("Container") Optional<String> container,
        @SerializedName("ContainerConfig") Optional<ImageConfig> containerConfig,
        @SerializedName("Created") Optional<String> created,
        @SerializedName("DockerVersion") Optional<String> dockerVersion,
        @SerializedName("ManifestType") Optional<String> manifestType,
        @SerializedName("Parent") Optional<String> parent,
        @SerializedName("RootFS") Optional<RootFs> rootFs,
        @SerializedName("Size") Optional<Long> size,
        @SerializedName("VirtualSize") Optional<Long> virtualSize) {

    /**
     * The layers of an image.
     *
     * @param type      how they are stored, {@code layers}
     * @param baseLayer the layer below the others, where there is one
     * @param layers    the digest of each layer's content, lowest first
     */
    public record RootFs(
            @SerializedName("Type") Optional<String> type,
            @SerializedName("BaseLayer") Optional<String> baseLayer,
            @SerializedName("Layers") List<String> layers) {}
}
