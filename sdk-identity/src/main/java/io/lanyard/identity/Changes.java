package io.lanyard.identity;

import io.lanyard.core.Crn;
import io.lanyard.core.json.Instants;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Identity: bodies of updates. The service merges: what is left out stays, the empty text clears. So only what differs is sent,
 * and the name, because groups can't be updated without one.
 */
final class Changes {

    private Changes() {}

    record OfServiceId(String name, Optional<String> description, Optional<List<Crn>> uniqueInstanceCrns) {
        static OfServiceId between(ServiceId before, ServiceId after) {
            return new OfServiceId(
                    after.name(),
                    text(before.description(), after.description()),
                    changed(before.uniqueInstanceCrns(), after.uniqueInstanceCrns()));
        }
    }

    record OfServiceIdGroup(String name, Optional<String> description) {
        static OfServiceIdGroup between(ServiceIdGroup before, ServiceIdGroup after) {
            return new OfServiceIdGroup(after.name(), text(before.description(), after.description()));
        }
    }

    record OfApiKey(
            String name,
            Optional<String> description,
            Optional<Boolean> supportSessions,
            Optional<ActionWhenLeaked> actionWhenLeaked,
            Optional<String> expiresAt) {
        static OfApiKey between(ApiKey before, ApiKey after) {
            return new OfApiKey(
                    after.name(),
                    text(before.description(), after.description()),
                    changed(before.supportSessions(), after.supportSessions()).flatMap(o -> o),
                    changed(before.actionWhenLeaked(), after.actionWhenLeaked()).flatMap(o -> o),
                    text(
                            before.expiresAt().map(Instants::toMinute),
                            after.expiresAt().map(Instants::toMinute)));
        }
    }

    private static Optional<String> text(Optional<String> before, Optional<String> after) {
        return changed(before, after).map(text -> text.orElse(""));
    }

    private static <T> Optional<T> changed(T before, T after) {
        return Objects.equals(before, after) ? Optional.empty() : Optional.of(after);
    }
}
