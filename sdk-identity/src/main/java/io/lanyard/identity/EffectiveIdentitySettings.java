package io.lanyard.identity;

import io.lanyard.core.AccountId;
import java.util.List;
import java.util.Optional;

/**
 * Identity: which settings count for an account, and where they come from. Between the account and a template the stricter one
 * wins.
 *
 * @param accountId         the account
 * @param effective         what counts
 * @param account           what the account has set
 * @param assignedTemplates what the enterprise's templates say
 * @param context           how IBM's servers handled the request
 */
public record EffectiveIdentitySettings(
        AccountId accountId,
        SettingsInForce effective,
        IdentitySettings account,
        List<TemplateSettings> assignedTemplates,
        Optional<RequestContext> context) {}
