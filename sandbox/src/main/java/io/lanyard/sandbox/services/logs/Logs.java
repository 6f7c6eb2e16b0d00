// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs;

import io.lanyard.sandbox.delivery.DeliveryException;
import io.lanyard.sandbox.delivery.LogDoor;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.ServiceCall;
import io.lanyard.sandbox.services.logs.index.LogFolder;
import io.lanyard.sandbox.services.logs.index.LogIndex;
import io.lanyard.sandbox.services.logs.ingestion.LogRecord;
import io.lanyard.sandbox.services.resources.InstanceListener;
import io.lanyard.sandbox.services.resources.InstanceListeners;
import io.lanyard.sandbox.services.resources.ServiceInstance;
import io.lanyard.sandbox.state.Directory;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The logs of all instances, and the door through which other services write to them. */
public final class Logs implements LogDoor {
    /** The action of whoever sends logs (cloud-logs.md §2). */
    static final String SEND = "logs.data-ingress.send";

    private final Directory directory;
    private final Optional<Path> dataFolder;

    /** Returns those of a server; they begin with none, and what a sandbox that died left in the data folder goes. */
    public static Logs of(Directory directory, Optional<Path> dataFolder) {
        var listeners =
                InstanceListeners.of(directory); // beforehand: a part must not ask for another one while it is made
        return directory.part(Logs.class, () -> new Logs(directory, dataFolder, listeners));
    }

    private Logs(Directory directory, Optional<Path> dataFolder, InstanceListeners listeners) {
        this.directory = directory;
        this.dataFolder = dataFolder;
        dataFolder.ifPresent(LogFolder::sweep);
        listeners.tell(LogsInstance.SERVICE, new InstanceListener() {
            @Override
            public void removed(ServiceInstance instance) {
                directory
                        .account(instance.accountId())
                        .ifPresent(
                                account -> AccountLogs.of(account, dataFolder).forget(instance.guid()));
            }
        });
    }

    /** Does something with the logs of the instance that a path names; one that goes meanwhile was never there. */
    <T> T with(Call call, Function<InstanceLogs, T> work) {
        try {
            return work.apply(of(LogsInstance.named(call)));
        } catch (LogIndex.GoneException gone) {
            throw LogsInstance.missing(call.path("instance"));
        }
    }

    private InstanceLogs of(LogsInstance place) {
        return AccountLogs.of(place.account(), dataFolder).of(place.instance().guid());
    }

    /**
     * {@inheritDoc} What Activity Tracker delivers late is taken all the same, and it may be larger than what a client may send:
     * nobody would be there to be told that it was dropped.
     */
    @Override
    public void ingest(ServiceCall call, String instanceCrn, List<Line> lines) throws DeliveryException {
        var place = LogsInstance.find(directory, instanceCrn)
                .filter(found -> found.instance().crn().equals(instanceCrn))
                .orElseThrow(() -> new DeliveryException(
                        DeliveryException.Reason.NO_SUCH_PLACE,
                        "There is no Cloud Logs instance " + instanceCrn + "."));
        var denial = call.denial(SEND, place.target(), "an authorization with the role Sender is missing.");
        if (denial.isPresent()) {
            throw new DeliveryException(
                    DeliveryException.Reason.DENIED,
                    call.caller().iamId() + " may not send logs to " + instanceCrn + ": " + denial.get());
        }
        try {
            of(place).index().add(lines.stream().map(LogRecord::of).toList());
        } catch (LogIndex.GoneException gone) {
            throw new DeliveryException(
                    DeliveryException.Reason.NO_SUCH_PLACE, "The Cloud Logs instance " + instanceCrn + " was removed.");
        } catch (UncheckedIOException full) {
            throw new DeliveryException(
                    DeliveryException.Reason.FULL,
                    "The Cloud Logs instance " + instanceCrn + " takes no more: " + full.getMessage());
        }
    }
}
