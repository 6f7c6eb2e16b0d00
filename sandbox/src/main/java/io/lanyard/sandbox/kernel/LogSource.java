// Room: sandbox / kernel. Who tells an audit event, and from where.
package io.lanyard.sandbox.kernel;

import io.lanyard.sandbox.state.Account;

/**
 * Writes an event's {@code logSourceCRN}: the service that its action begins with, the account whose event it is, and the
 * location that routes of events go by. IAM and the rest of the platform are {@code global}.
 */
final class LogSource {
    private static final int PARTS = 10;

    private LogSource() {}

    static String of(Call call, EventDraft draft, String action, String targetCrn, Account account) {
        var place = draft.place().orElseGet(() -> placeOf(call, targetCrn));
        return crn(action, place, account);
    }

    static String global(String action, Account account) {
        return crn(action, new EventDraft.Place("global", ""), account);
    }

    static String at(String action, String location, String instance, Account account) {
        return crn(action, new EventDraft.Place(location, instance), account);
    }

    private static String crn(String action, EventDraft.Place place, Account account) {
        var dot = action.indexOf('.');
        var word = dot < 1 ? action : action.substring(0, dot);
        var service = word.equals("event-streams") ? "messagehub" : word; // its CRNs are of the older name
        return "crn:v1:bluemix:public:" + service + ":" + place.location() + ":a/" + account.id() + ":"
                + place.instance() + "::";
    }

    private static EventDraft.Place placeOf(Call call, String targetCrn) {
        var parts = targetCrn.split(":", PARTS);
        var door = call.region();
        if (parts.length < PARTS || !parts[4].equals(call.route().service().name())) {
            return new EventDraft.Place(door, "");
        }
        return new EventDraft.Place(parts[5].isEmpty() ? door : parts[5], parts[7]);
    }
}
