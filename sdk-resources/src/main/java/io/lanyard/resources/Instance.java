package io.lanyard.resources;

import com.google.gson.annotations.SerializedName;
import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import io.lanyard.core.IamId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resources: an instance of a service.
 *
 * @param id                  its id, which is its CRN
 * @param guid                its GUID, by which policies name it
 * @param crn                 its CRN
 * @param name                its name, which need not be unique
 * @param accountId           the account it belongs to
 * @param state               how far it is
 * @param regionId            where it is
 * @param resourceGroupId     the resource group it is in
 * @param resourceGroupCrn    that group's CRN
 * @param resourceId          the service's id in the catalog
 * @param resourcePlanId      the plan's id in the catalog
 * @param targetCrn           where it was deployed to, in the catalog's terms
 * @param type                {@code service_instance}, or what else it is
 * @param subType             which kind of that
 * @param locked              whether it can neither be changed nor deleted
 * @param allowCleanup        whether it may be deleted together with what it was made for
 * @param onetimeCredentials  whether its keys are shown only once
 * @param parameters          what it was created with
 * @param extensions          what the service says about it besides
 * @param lastOperation       what was last done to it, and how far that is
 * @param planHistory         the plans it had
 * @param dashboardUrl        where people manage it
 * @param url                 where the API tells of it
 * @param resourceKeysUrl     where the API tells of its keys
 * @param resourceAliasesUrl  where the API told of its aliases
 * @param resourceBindingsUrl where the API told of its bindings
 * @param migrated            whether it came from an older platform
 * @param controlledBy        what controls it, when a service does
 * @param resellerChannelId   through whom it was sold
 * @param createdAt           when it was created
 * @param createdBy           by whom
 * @param updatedAt           when it was last changed
 * @param updatedBy           by whom
 * @param deletedAt           when it was deleted
 * @param deletedBy           by whom
 * @param scheduledReclaimAt  when it will be gone for good
 * @param scheduledReclaimBy  who wanted that
 * @param restoredAt          when it was restored
 * @param restoredBy          by whom
 */
public record Instance(
        InstanceId id,
        String guid,
        Crn crn,
        String name,
        AccountId accountId,
        InstanceState state,
        Optional<String> regionId,
        Optional<ResourceGroupId> resourceGroupId,
        Optional<Crn> resourceGroupCrn,
        Optional<String> resourceId,
        Optional<String> resourcePlanId,
        Optional<Crn> targetCrn,
        Optional<String> type,
        Optional<String> subType,
        Optional<Boolean> locked,
        Optional<Boolean> allowCleanup,
        Optional<Boolean> onetimeCredentials,
        Map<String, Object> parameters,
        Map<String, Object> extensions,
        Optional<LastOperation> lastOperation,
        List<PlanPeriod> planHistory,
        Optional<String> dashboardUrl,
        Optional<String> url,
        Optional<String> resourceKeysUrl,
        Optional<String> resourceAliasesUrl,
        Optional<String> resourceBindingsUrl,
        Optional<Boolean> migrated,
        Optional<String> controlledBy,
        Optional<String> resellerChannelId,
        Optional<Instant> createdAt,
        Optional<IamId> createdBy,
        Optional<Instant> updatedAt,
        Optional<IamId> updatedBy,
        Optional<Instant> deletedAt,
        Optional<IamId> deletedBy,
        Optional<Instant> scheduledReclaimAt,
        Optional<IamId> scheduledReclaimBy,
        Optional<Instant> restoredAt,
        Optional<IamId> restoredBy) {

    /** {@return whether it is still being made: see {@link Instances#await}} */
    public boolean isBeingMade() {
        return state.equals(InstanceState.PROVISIONING) || state.equals(InstanceState.PRE_PROVISIONING);
    }

    /** {@return whether it can be used} */
    public boolean isActive() {
        return state.equals(InstanceState.ACTIVE);
    }

    /**
     * Resources: something that was done to an instance.
     *
     * @param type        what: {@code create}, {@code update}, {@code delete}, …
     * @param state       how far: {@code in progress}, {@code succeeded}, {@code failed}
     * @param subType     which kind of that
     * @param inBackground whether it goes on after the answer
     * @param description the service's sentence about it
     * @param reasonCode  why it failed
     * @param pollAfter   how many seconds to wait before asking again
     * @param cancelable  whether it can be cancelled
     * @param poll        whether asking again makes sense
     */
    public record LastOperation(
            String type,
            String state,
            Optional<String> subType,
            @SerializedName("async") boolean inBackground,
            Optional<String> description,
            Optional<String> reasonCode,
            Optional<Double> pollAfter,
            Optional<Boolean> cancelable,
            Optional<Boolean> poll) {}

    /**
     * Resources: a plan that an instance had for a time.
     *
     * @param resourcePlanId the plan
     * @param startDate      since when
     * @param requestorId    who wanted it
     */
    public record PlanPeriod(String resourcePlanId, Instant startDate, Optional<IamId> requestorId) {}
}
