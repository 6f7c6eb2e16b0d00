// Room: sandbox / streams. The table of the administration API's routes.
package io.lanyard.sandbox.services.streams;

import static io.lanyard.sandbox.kernel.BodyShape.Type.ARRAY;
import static io.lanyard.sandbox.kernel.BodyShape.Type.BOOLEAN;
import static io.lanyard.sandbox.kernel.BodyShape.Type.INTEGER;
import static io.lanyard.sandbox.kernel.BodyShape.Type.STRING;
import static io.lanyard.sandbox.kernel.Method.DELETE;
import static io.lanyard.sandbox.kernel.Method.GET;
import static io.lanyard.sandbox.kernel.Method.PATCH;
import static io.lanyard.sandbox.kernel.Method.POST;

import io.lanyard.sandbox.kernel.BodyShape;
import io.lanyard.sandbox.kernel.ErrorShape;
import io.lanyard.sandbox.kernel.Method;
import io.lanyard.sandbox.kernel.Routes;
import io.lanyard.sandbox.kernel.Service;
import io.lanyard.sandbox.services.Surroundings;

/** Topics of an instance over HTTP; every call waits for the broker, and needs {@code messagehub.cluster.read} first. */
public final class AdminService implements Service {
    private static final String ADMIN = "/eventstreams/{instance}/admin";
    private static final String TOPICS = ADMIN + "/topics";
    private static final String TOPIC = TOPICS + "/{topic}";

    /** Open, because IBM's pages write {@code configs} as an object and IBM's SDK as a list. */
    private static final BodyShape NEW_TOPIC = BodyShape.object()
            .required(STRING, "name")
            .optional(INTEGER, "partitions", "partition_count")
            .open();

    private static final BodyShape CHANGED_TOPIC = BodyShape.object()
            .optional(INTEGER, "new_total_partition_count")
            .optional(
                    "configs",
                    ARRAY,
                    BodyShape.object()
                            .required(STRING, "name")
                            .optional(STRING, "value")
                            .optional(BOOLEAN, "reset_to_default"));
    private static final BodyShape RECORDS = BodyShape.object()
            .required("records_to_delete", ARRAY, BodyShape.object().required(INTEGER, "partition", "before_offset"));

    private final TopicDesk desk;
    private final AdminLogin login;

    /** Serves the topics of these instances. */
    public AdminService(EventStreams streams, Surroundings with) {
        desk = new TopicDesk(streams);
        login = new AdminLogin(with);
    }

    @Override
    public String name() {
        return EventStreams.SERVICE;
    }

    @Override
    public String displayName() {
        return "Event Streams";
    }

    @Override
    public ErrorShape errors() {
        return AdminErrors.INSTANCE;
    }

    @Override
    public void routes(Routes routes) {
        line(routes, GET, TOPICS, "listTopics").query("topic_filter").handledBy(desk::list);
        line(routes, POST, TOPICS, "createTopic")
                .takes(NEW_TOPIC)
                .leaves("event-streams.topic.create")
                .handledBy(desk::create);
        line(routes, GET, TOPIC, "getTopic").handledBy(desk::get);
        line(routes, PATCH, TOPIC, "updateTopic")
                .takes(CHANGED_TOPIC)
                .leaves("event-streams.topic.update")
                .handledBy(desk::update);
        line(routes, DELETE, TOPIC, "deleteTopic")
                .leaves("event-streams.topic.delete")
                .handledBy(desk::delete);
        line(routes, DELETE, TOPIC + "/records", "deleteTopicRecords")
                .takes(RECORDS)
                .handledBy(desk::deleteRecords);
        line(routes, GET, ADMIN + "/brokers", "listBrokers").handledBy(desk::brokers);
        line(routes, GET, ADMIN + "/status", "getStatus").handledBy(desk::status);
    }

    private Routes.Line line(Routes routes, Method method, String template, String operation) {
        return routes.on(method, template, operation)
                .query()
                .authenticatedBy(login)
                .about(TopicDesk::cluster)
                .needs(EventStreams.CLUSTER_READ)
                .waits();
    }
}
