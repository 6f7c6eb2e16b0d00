package io.lanyard.registry;

import com.google.gson.annotations.JsonAdapter;
import com.google.gson.annotations.SerializedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Registry: how a container of an image starts, in the shape of {@code docker inspect}.
 *
 * @param hostname        its host name
 * @param domainname      its domain name
 * @param user            the user it runs as
 * @param attachStdin     whether its input is attached
 * @param attachStdout    whether its output is attached
 * @param attachStderr    whether its error output is attached
 * @param tty             whether it has a terminal
 * @param openStdin       whether its input stays open
 * @param stdinOnce       whether its input closes after the first client
 * @param env             its environment, each {@code NAME=value}
 * @param cmd             its command or the arguments of its entry point
 * @param argsEscaped     whether the command is escaped already (Windows)
 * @param entrypoint      its entry point
 * @param image           the image's name when the configuration was made
 * @param labels          its labels
 * @param workingDir      where it starts
 * @param exposedPorts    the ports it listens on, {@code 80/tcp}
 * @param volumes         its mount points
 * @param onBuild         what runs when another image is built on it
 * @param shell           the shell of its shell-form instructions
 * @param healthcheck     how to see that it is well
 * @param macAddress      its network address
 * @param networkDisabled whether it has no network
 * @param stopSignal      the signal that ends it
 * @param stopTimeout     seconds it has to end
 */
public record ImageConfig(
        @SerializedName("Hostname") Optional<String> hostname,
        @SerializedName("Domainname") Optional<String> domainname,
        @SerializedName("User") Optional<String> user,
        @SerializedName("AttachStdin") Optional<Boolean> attachStdin,
        @SerializedName("AttachStdout") Optional<Boolean> attachStdout,
        @SerializedName("AttachStderr") Optional<Boolean> attachStderr,
        @SerializedName("Tty") Optional<Boolean> tty,
        @SerializedName("OpenStdin") Optional<Boolean> openStdin,
        @SerializedName("StdinOnce") Optional<Boolean> stdinOnce,
        @SerializedName("Env") List<String> env,
        @SerializedName("Cmd") List<String> cmd,
        @SerializedName("ArgsEscaped") Optional<Boolean> argsEscaped,
        @SerializedName("Entrypoint") List<String> entrypoint,
        @SerializedName("Image") Optional<String> image,
        @SerializedName("Labels") Map<String, String> labels,
        @SerializedName("WorkingDir") Optional<String> workingDir,

        @SerializedName("ExposedPorts") @JsonAdapter(KeysAdapter.class)
        Set<String> exposedPorts,

        @SerializedName("Volumes") @JsonAdapter(KeysAdapter.class)
        Set<String> volumes,

        @SerializedName("OnBuild") List<String> onBuild,
        @SerializedName("Shell") List<String> shell,
        @SerializedName("Healthcheck") Optional<Healthcheck> healthcheck,
        @SerializedName("MacAddress") Optional<String> macAddress,
        @SerializedName("NetworkDisabled") Optional<Boolean> networkDisabled,
        @SerializedName("StopSignal") Optional<String> stopSignal,
        @SerializedName("StopTimeout") Optional<Integer> stopTimeout) {

    /**
     * How to see that a container is well.
     *
     * @param test     the command, its first word saying how to run it
     * @param interval nanoseconds between two checks
     * @param timeout  nanoseconds one check may take
     * @param retries  failures in a row that mean unwell
     */
    public record Healthcheck(
            @SerializedName("Test") List<String> test,
            @SerializedName("Interval") Optional<Long> interval,
            @SerializedName("Timeout") Optional<Long> timeout,
            @SerializedName("Retries") Optional<Integer> retries) {}
}
