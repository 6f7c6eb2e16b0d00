package io.lanyard.resources;

import io.lanyard.core.call.Service;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Resources: instances that were deleted and wait for their end ({@code /v1/reclamations}). */
public final class Reclamations {

    private final Service controller;

    Reclamations(Service controller) {
        this.controller = controller;
    }

    /**
     * Lists what waits, as far as the caller may see the instances.
     *
     * @param filter which
     * @return what waits; the service tells it in one piece
     */
    public List<Reclamation> list(Consumer<ReclamationQuery> filter) {
        var query = new ReclamationQuery();
        filter.accept(query);
        return query.onto(controller.get("listReclamations", "/v1/reclamations"))
                .items("resources", Reclamation.class);
    }

    /**
     * Ends the wait: the instance is gone for good. Needs Administrator on the instance.
     *
     * @param id     the wait
     * @param reason why, for the record
     * @return how far it is
     */
    public Reclamation reclaim(ReclamationId id, String reason) {
        return run(id, "reclaim", reason);
    }

    /**
     * Ends the wait: the instance comes back. Needs Administrator on the instance.
     *
     * @param id     the wait
     * @param reason why, for the record
     * @return how far it is
     */
    public Reclamation restore(ReclamationId id, String reason) {
        return run(id, "restore", reason);
    }

    private Reclamation run(ReclamationId id, String action, String reason) {
        return controller
                .post("runReclamationAction", "/v1/reclamations/{id}/actions/{action_name}", id, action)
                .json(Map.of("comment", reason))
                .as(Reclamation.class);
    }
}
