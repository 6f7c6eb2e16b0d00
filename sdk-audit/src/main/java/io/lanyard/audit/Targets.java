package io.lanyard.audit;

import io.lanyard.core.call.Service;
import java.util.List;
import java.util.function.Consumer;

/**
 * Audit: where events are sent to ({@code /api/v2/targets}), at most 16 of them. The rights named below are on Activity Tracker Event
 * Routing, an account management service: a role on all IAM-enabled services doesn't count.
 */
public final class Targets {

    private final Service atracker;
    private final Region region;

    Targets(Service atracker, Region region) {
        this.atracker = atracker;
        this.region = region;
    }

    /**
     * Creates a target in the region that is asked.
     *
     * @param name its name
     * @param sink where events are sent to
     * @return the target
     * @see #create(String, Sink, Consumer)
     */
    public Target create(String name, Sink sink) {
        return create(name, sink, nothingMore -> {});
    }

    /**
     * Creates a target, after a write to it got through. Never sent twice by itself. Needs {@code atracker.target.create}: Editor.
     *
     * @param name    its name
     * @param sink    where events are sent to
     * @param options the optional part: region, who manages it
     * @return the target
     * @throws io.lanyard.core.InvalidRequestException when the write didn't get through, because there is no authorization (see
     *     sdk-authorizations), or the wrong one, or no such bucket or topic; then there is no target
     */
    public Target create(String name, Sink sink, Consumer<NewTarget> options) {
        var wanted = NewTarget.of(name, sink, region);
        options.accept(wanted);
        return atracker.post("createTarget", "/api/v2/targets").json(wanted).as(Target.class);
    }

    /**
     * Lists the targets of all regions. Needs {@code atracker.target.list}: Viewer.
     *
     * @return the targets; the service tells them in one piece
     */
    public List<Target> list() {
        return atracker.get("listTargets", "/api/v2/targets").items("targets", Target.class);
    }

    /**
     * Lists the targets of one region. Needs {@code atracker.target.list}: Viewer.
     *
     * @param region the region
     * @return the targets; the service tells them in one piece
     */
    public List<Target> list(Region region) {
        return atracker.get("listTargets", "/api/v2/targets")
                .query("region", region)
                .items("targets", Target.class);
    }

    /**
     * Gets a target. Needs {@code atracker.target.read}: Viewer.
     *
     * @param id its id
     * @return the target
     */
    public Target get(TargetId id) {
        return atracker.get("getTarget", "/api/v2/targets/{id}", id).as(Target.class);
    }

    /**
     * Replaces a target's name and place, both of them, after a write to that place got through. Its kind can't change. Needs
     * {@code atracker.target.update}: Editor.
     *
     * @param id   its id
     * @param name its new name
     * @param sink where events shall be sent to
     * @return the target
     * @throws io.lanyard.core.InvalidRequestException when the write didn't get through
     */
    public Target replace(TargetId id, String name, Sink sink) {
        return atracker.put("replaceTarget", "/api/v2/targets/{id}", id)
                .json(NewTarget.inPlace(name, sink))
                .as(Target.class);
    }

    /**
     * Deletes a target that no route and no setting names any more. Needs {@code atracker.target.delete}: Editor.
     *
     * @param id its id
     * @return what the service has to say about that
     */
    public Warnings delete(TargetId id) {
        return atracker.delete("deleteTarget", "/api/v2/targets/{id}", id)
                .ifPresent(Warnings.class)
                .orElse(Warnings.NONE);
    }

    /**
     * Writes to a target to see whether that gets through. Needs {@code atracker.target.read}: Viewer.
     *
     * @param id its id
     * @return the target; {@link Target#isWritable} says whether it did, and {@link Target#writeStatus} why not
     */
    public Target validate(TargetId id) {
        return atracker.post("validateTarget", "/api/v2/targets/{id}/validate", id)
                .idempotent()
                .as(Target.class);
    }
}
