package io.lanyard.resources;

import com.google.gson.annotations.SerializedName;
import io.lanyard.core.Crn;
import io.lanyard.core.Secret;
import java.util.List;
import java.util.Optional;

/**
 * Resources: what is in a service key. An API key with every service; the rest depends on the service, and what is not here the
 * service's own page tells.
 *
 * @param redacted             why the rest is missing: {@code REDACTED}, or {@code REDACTED_EXPLICIT}
 * @param apikey               the API key of the key's service ID
 * @param iamApikeyName        that API key's name
 * @param iamApikeyDescription what it is for
 * @param iamRoleCrn           the role that the service ID got on the instance
 * @param iamServiceidCrn      the service ID
 * @param resourceInstanceId   the instance, told by Object Storage
 * @param endpoints            where the list of Object Storage's endpoints is
 * @param cosHmacKeys          Object Storage's other kind of credentials, when asked for at the key's creation
 * @param instanceId           the instance, told by Event Streams
 * @param bootstrapEndpoints   Event Streams' brokers, with commas between them
 * @param brokers              Event Streams' brokers
 * @param kafkaHttpUrl         where Event Streams' administration is
 * @param user                 the user name for Event Streams, {@code token}
 * @param password             the password for it
 */
public record KeyCredentials(
        @SerializedName("REDACTED") Optional<String> redacted,
        Optional<Secret> apikey,
        Optional<String> iamApikeyName,
        Optional<String> iamApikeyDescription,
        Optional<Crn> iamRoleCrn,
        Optional<Crn> iamServiceidCrn,
        Optional<String> resourceInstanceId,
        Optional<String> endpoints,
        Optional<HmacKeys> cosHmacKeys,
        Optional<String> instanceId,
        Optional<String> bootstrapEndpoints,
        @SerializedName("kafka_brokers_sasl") List<String> brokers,
        Optional<String> kafkaHttpUrl,
        Optional<String> user,
        Optional<Secret> password) {

    /**
     * Resources: credentials that sign requests to Object Storage; they act as the key's service ID.
     *
     * @param accessKeyId     names the secret
     * @param secretAccessKey the secret
     */
    public record HmacKeys(String accessKeyId, Secret secretAccessKey) {}
}
