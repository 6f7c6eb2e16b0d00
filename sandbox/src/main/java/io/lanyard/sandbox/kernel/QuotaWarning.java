// Room: sandbox / kernel. The audit event that says a limit is near.
package io.lanyard.sandbox.kernel;

import io.lanyard.sandbox.state.Account;
import java.util.Map;

/**
 * Leaves an event when something that was just created brings an account to 90 % of a limit, and again at the limit
 * itself (quotas.md).
 */
public final class QuotaWarning {
    private static final int[] PERCENTAGES = {90, 100};

    private QuotaWarning() {}

    /**
     * Leaves the event if one of the percentages was reached by the last creation.
     *
     * @param call the creation
     * @param action the event's action
     * @param what what is counted, in the plural
     * @param count how many there are now
     * @param limit how many there may be
     */
    public static void check(Call call, String action, String what, int count, int limit) {
        for (int percentage : PERCENTAGES) {
            int reached = (int) Math.ceil(limit * percentage / 100.0);
            if (count == reached) {
                leave(call, action, what, percentage, count, limit);
                return;
            }
        }
    }

    private static void leave(Call call, String action, String what, int percentage, int count, int limit) {
        Account account = call.account();
        String service = call.route().service().name();
        String crn = "crn:v1:bluemix:public:" + service + "::a/" + account.id() + ":::";
        SystemEvent.leave(
                account,
                action,
                "warning",
                "Warning: You have reached " + percentage + "% of the maximum number of allowed " + what
                        + " in account " + account.id() + ". Your current count is " + count + " and the limit is "
                        + limit + ".",
                call.transactionId(),
                crn,
                account.id(),
                Map.of("count", count, "limit", limit));
    }
}
