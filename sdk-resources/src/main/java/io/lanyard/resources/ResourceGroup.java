package io.lanyard.resources;

import com.google.gson.annotations.SerializedName;
import io.lanyard.core.AccountId;
import io.lanyard.core.Crn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Resources: a part of an account in which instances are kept together.
 *
 * @param id                its id
 * @param crn               its CRN
 * @param accountId         the account it belongs to
 * @param name              its name, unique within the account
 * @param state             whether it counts
 * @param isDefault         whether it is where instances go when nothing else is said
 * @param quotaId           how much it may use
 * @param quotaUrl          where that is told
 * @param paymentMethodsUrl where its payment methods are told
 * @param resourceLinkages  what else it is linked to
 * @param teamsUrl          where its teams are told
 * @param createdAt         when it was created
 * @param updatedAt         when it was last changed
 */
public record ResourceGroup(
        ResourceGroupId id,
        Optional<Crn> crn,
        AccountId accountId,
        String name,
        Optional<ResourceGroupState> state,
        @SerializedName("default") Optional<Boolean> isDefault,
        Optional<QuotaId> quotaId,
        Optional<String> quotaUrl,
        Optional<String> paymentMethodsUrl,
        List<Object> resourceLinkages,
        Optional<String> teamsUrl,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt) {}
