// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import io.lanyard.sandbox.state.Account;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The audit event of the call in progress, for handlers that know more about it than the route does. */
public final class EventDraft {
    private final Map<String, Object> requestData = new LinkedHashMap<>(4);
    private final Map<String, Object> responseData = new LinkedHashMap<>(4);
    private @Nullable String action;
    private @Nullable String crn;
    private @Nullable String name;
    private @Nullable Place place;
    private @Nullable Account account;
    private @Nullable Caller caller;
    private @Nullable EventDraft second;
    private @Nullable String failure;
    private boolean skipped;
    private boolean data;

    /** Where an event belongs: a region or {@code global}, and an instance of the service, or "" where it has none. */
    record Place(String location, String instance) {}

    /** Leaves another action than the route's. */
    public EventDraft action(String other) {
        action = other;
        return this;
    }

    /** Names what it was done to, such as the service ID that was just created. */
    public EventDraft target(String targetCrn, String targetName) {
        crn = targetCrn;
        name = targetName;
        return this;
    }

    /**
     * Says which instance of the service tells it, and where that is: routes of events go by the location. Without it, both are
     * those of the target's CRN, or else the door's region.
     */
    public EventDraft source(String location, String instance) {
        place = new Place(location, instance);
        return this;
    }

    /** Begins a second event of the same call, as a copy leaves one at its source: it says action, target and account itself. */
    public EventDraft another(String otherAction, Account other) {
        second = new EventDraft().action(otherAction).in(other);
        return second;
    }

    /** Leaves it in another account than the target's. */
    public EventDraft in(Account other) {
        account = other;
        return this;
    }

    /** Says who it was, on routes where the caller has no token yet. */
    public EventDraft by(Caller who) {
        caller = who;
        return this;
    }

    /** Adds to {@code requestData}; never a secret. */
    public EventDraft request(String key, Object value) {
        requestData.put(key, Brief.ofValue(value));
        return this;
    }

    /** Adds to {@code responseData}; never a secret. */
    public EventDraft response(String key, Object value) {
        responseData.put(key, Brief.ofValue(value));
        return this;
    }

    /** Says that data was touched, not only managed. */
    public EventDraft data() {
        data = true;
        return this;
    }

    /** Says that it came to nothing, though the call as such was answered: none of many items got through. */
    public EventDraft failed(String why) {
        failure = Brief.of(why);
        return this;
    }

    /** Leaves no event at all. */
    public EventDraft skip() {
        skipped = true;
        return this;
    }

    boolean isData() {
        return data;
    }

    boolean skipped() {
        return skipped;
    }

    Optional<String> action() {
        return Optional.ofNullable(action);
    }

    Optional<String> crn() {
        return Optional.ofNullable(crn);
    }

    Optional<String> name() {
        return Optional.ofNullable(name);
    }

    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    Optional<EventDraft> second() {
        return Optional.ofNullable(second);
    }

    Optional<Place> place() {
        return Optional.ofNullable(place);
    }

    Optional<Account> account() {
        return Optional.ofNullable(account);
    }

    Optional<Caller> caller() {
        return Optional.ofNullable(caller);
    }

    Map<String, Object> requestData() {
        return requestData;
    }

    Map<String, Object> responseData() {
        return responseData;
    }
}
