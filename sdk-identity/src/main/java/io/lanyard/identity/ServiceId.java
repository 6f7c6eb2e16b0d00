package io.lanyard.identity;

import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.core.ETag;
import io.lanyard.core.IamId;
import io.lanyard.core.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Identity: an identity for a program, with access of its own.
 *
 * <p>What can be changed has a {@code with…} method; {@link ServiceIds#update} takes a change made of those.
 *
 * @param id                 its own id, which the operations of {@link ServiceIds} take
 * @param iamId              what policies, access groups and API keys know it by
 * @param entityTag          its revision
 * @param crn                its CRN
 * @param locked             whether it can neither be changed nor deleted, nor get or lose policies; its keys still work
 * @param createdAt          when it was created
 * @param modifiedAt         when it was last changed
 * @param accountId          the account it belongs to
 * @param groupId            its group; only when asked for
 * @param name               its name, which need not be unique
 * @param description        what it is for
 * @param uniqueInstanceCrns the service instances it is for
 * @param history            what was done to it; only when asked for
 * @param apikey             the key that was created with it; only in the answer to that creation
 * @param activity           how often it authenticated; only when asked for
 * @param context            how IBM's servers handled the request
 */
public record ServiceId(
        ServiceIdId id,
        IamId iamId,
        ETag entityTag,
        Crn crn,
        boolean locked,
        Instant createdAt,
        Instant modifiedAt,
        AccountId accountId,
        Optional<ServiceIdGroupId> groupId,
        String name,
        Optional<String> description,
        List<Crn> uniqueInstanceCrns,
        List<HistoryEntry> history,
        Optional<ApiKey> apikey,
        Optional<Activity> activity,
        Optional<RequestContext> context) {

    /**
     * Renames it.
     *
     * @param name its new name
     * @return the same service ID with that name
     */
    public ServiceId withName(String name) {
        return changed(name, description, uniqueInstanceCrns);
    }

    /**
     * Describes it anew.
     *
     * @param description what it is for; the empty text clears the description
     * @return the same service ID with that description
     */
    public ServiceId withDescription(String description) {
        return changed(name, Optional.of(description), uniqueInstanceCrns);
    }

    /**
     * Says which service instances it is for.
     *
     * @param crns their CRNs
     * @return the same service ID with those
     */
    public ServiceId withUniqueInstanceCrns(Crn... crns) {
        return changed(name, description, List.of(crns));
    }

    /**
     * Joins it with its own revision, to be replaced without being read again.
     *
     * @return this at its revision
     */
    public Versioned<ServiceId> versioned() {
        return new Versioned<>(this, entityTag);
    }

    private ServiceId changed(String name, Optional<String> description, List<Crn> uniqueInstanceCrns) {
        return new ServiceId(
                id,
                iamId,
                entityTag,
                crn,
                locked,
                createdAt,
                modifiedAt,
                accountId,
                groupId,
                name,
                description,
                uniqueInstanceCrns,
                history,
                apikey,
                activity,
                context);
    }
}
