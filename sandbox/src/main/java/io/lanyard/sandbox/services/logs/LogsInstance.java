// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs;

import io.lanyard.core.Crn;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.kernel.Words;
import io.lanyard.sandbox.services.resources.ResourcePart;
import io.lanyard.sandbox.services.resources.ServiceInstance;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.Directory;
import java.util.Optional;

/**
 * A Cloud Logs instance that is at work.
 *
 * @param account the account that it is in
 * @param instance what resources know about it
 */
record LogsInstance(Account account, ServiceInstance instance) {
    static final String SERVICE = "logs";

    /** Finds the instance that a path names. */
    static LogsInstance named(Call call) {
        var guid = call.path("instance");
        return find(call.directory(), guid)
                .filter(found -> found.instance.guid().equals(guid))
                .orElseThrow(() -> missing(guid));
    }

    static Refusal missing(String guid) {
        return Refusal.of(
                        Problem.NOT_FOUND,
                        "There is no Cloud Logs instance '" + Words.shown(guid)
                                + "'. The path needs the GUID of one that is active.")
                .about("instance");
    }

    /** Finds an instance by its GUID or CRN. */
    static Optional<LogsInstance> find(Directory directory, String guidOrCrn) {
        return directory
                .homeOf(Crn.guid(guidOrCrn))
                .flatMap(home -> ResourcePart.of(home)
                        .instance(guidOrCrn)
                        .filter(found ->
                                found.plan().service().equals(SERVICE) && found.state() == ServiceInstance.State.ACTIVE)
                        .map(found -> new LogsInstance(home, found)));
    }

    Target target() {
        return Target.in(account, SERVICE)
                .with("region", instance.place())
                .with("resourceGroupId", instance.groupId())
                .with("serviceInstance", instance.guid())
                .named(instance.crn(), instance.name());
    }
}
