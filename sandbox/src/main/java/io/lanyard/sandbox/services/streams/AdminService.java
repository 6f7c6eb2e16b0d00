// Room: sandbox / streams. The table of the administration API's routes.
package io.lanyard.sandbox.services.streams;

import static io.lanyard.sandbox.kernel.BodyShape.Type.ARRAY;
import static io.lanyard.sandbox.kernel.BodyShape.Type.BOOLEAN;
import static io.lanyard.sandbox.kernel.BodyShape.Type.INTEGER;
import static io.lanyard.sandbox.kernel.BodyShape.Type.OBJECT;
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

/** An instance over HTTP: topics, consumer groups, quotas, the cluster, and the REST producer; every call waits for the broker, and needs {@code messagehub.cluster.read} first. */
public final class AdminService implements Service {
    private static final String BASE = "/eventstreams/{instance}";
    private static final String ADMIN = BASE + "/admin";
    private static final String TOPICS = ADMIN + "/topics";
    private static final String TOPIC = TOPICS + "/{topic}";
    private static final String GROUPS = ADMIN + "/consumergroups";
    private static final String GROUP = GROUPS + "/{group}";
    private static final String RATES = ADMIN + "/quotas/{entity}";
    private static final String MIRRORING = ADMIN + "/mirroring";

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

    private static final BodyShape RATE =
            BodyShape.object().optional(INTEGER, "producer_byte_rate", "consumer_byte_rate");
    private static final BodyShape MOVE =
            BodyShape.object().optional(STRING, "topic", "mode", "value").optional(BOOLEAN, "execute");
    private static final BodyShape SELECTION = BodyShape.object().optional(ARRAY, "includes");

    /** Open, because the data of a part of type JSON may be anything. */
    private static final BodyShape RECORD = BodyShape.object()
            .optional("key", OBJECT, BodyShape.object().optional(STRING, "type").open())
            .required(
                    "value", OBJECT, BodyShape.object().optional(STRING, "type").open())
            .optional("headers", ARRAY, BodyShape.object().required(STRING, "name", "value"));

    private final TopicDesk topics;
    private final GroupDesk groups;
    private final RateDesk rates;
    private final ClusterDesk cluster;
    private final RecordDesk records;
    private final AdminLogin login;

    /** Serves the topics of these instances. */
    public AdminService(EventStreams streams, Surroundings with) {
        var desk = new Desk(streams);
        topics = new TopicDesk(desk);
        groups = new GroupDesk(desk);
        rates = new RateDesk(desk);
        cluster = new ClusterDesk(desk);
        records = new RecordDesk(desk);
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
        topics(routes);
        groups(routes);
        rates(routes);
        cluster(routes);
        line(routes, POST, BASE + "/v2/topics/{topic}/records", "produceRecord")
                .takes(RECORD)
                .handledBy(records::produce);
    }

    private void topics(Routes routes) {
        line(routes, GET, TOPICS, "listTopics")
                .query("topic_filter", Paged.PAGE, Paged.PER_PAGE)
                .handledBy(topics::list);
        line(routes, POST, TOPICS, "createTopic")
                .takes(NEW_TOPIC)
                .leaves("event-streams.topic.create")
                .handledBy(topics::create);
        line(routes, GET, TOPIC, "getTopic").handledBy(topics::get);
        line(routes, PATCH, TOPIC, "updateTopic")
                .takes(CHANGED_TOPIC)
                .leaves("event-streams.topic.update")
                .handledBy(topics::update);
        line(routes, DELETE, TOPIC, "deleteTopic")
                .leaves("event-streams.topic.delete")
                .handledBy(topics::delete);
        line(routes, DELETE, TOPIC + "/records", "deleteTopicRecords")
                .takes(RECORDS)
                .handledBy(topics::deleteRecords);
    }

    private void groups(Routes routes) {
        line(routes, GET, GROUPS, "listConsumerGroups")
                .query("group_filter", Paged.PAGE, Paged.PER_PAGE)
                .handledBy(groups::list);
        line(routes, GET, GROUP, "getConsumerGroup").handledBy(groups::get);
        line(routes, DELETE, GROUP, "deleteConsumerGroup").handledBy(groups::delete);
        line(routes, PATCH, GROUP, "updateConsumerGroup").takes(MOVE).handledBy(groups::move);
    }

    private void rates(Routes routes) {
        line(routes, GET, ADMIN + "/quotas", "listQuotas").handledBy(rates::list);
        line(routes, GET, RATES, "getQuota").handledBy(rates::get);
        line(routes, POST, RATES, "createQuota").takes(RATE).handledBy(rates::create);
        line(routes, PATCH, RATES, "updateQuota").takes(RATE).handledBy(rates::update);
        line(routes, DELETE, RATES, "deleteQuota").handledBy(rates::delete);
    }

    private void cluster(Routes routes) {
        line(routes, GET, ADMIN + "/cluster", "getCluster").handledBy(cluster::cluster);
        line(routes, GET, ADMIN + "/brokers", "listBrokers").handledBy(cluster::brokers);
        line(routes, GET, ADMIN + "/brokers/{broker}", "getBroker").handledBy(cluster::broker);
        line(routes, GET, ADMIN + "/brokers/{broker}/configs", "getBrokerConfig")
                .query("config_filter", "verbose")
                .handledBy(cluster::brokerConfigs);
        line(routes, GET, ADMIN + "/status", "getStatus").handledBy(cluster::status);
        line(routes, GET, MIRRORING + "/topic-selection", "getMirroringTopicSelection")
                .handledBy(call -> {
                    throw ClusterDesk.notMirrored();
                });
        line(routes, POST, MIRRORING + "/topic-selection", "replaceMirroringTopicSelection")
                .takes(SELECTION)
                .handledBy(call -> {
                    throw ClusterDesk.notMirrored();
                });
        line(routes, GET, MIRRORING + "/active-topics", "getMirroringActiveTopics")
                .handledBy(call -> {
                    throw ClusterDesk.notMirrored();
                });
        routes.on(GET, BASE + "/alive", "alive")
                .query()
                .open()
                .about(ClusterDesk::target)
                .handledBy(cluster::alive);
    }

    private Routes.Line line(Routes routes, Method method, String template, String operation) {
        return routes.on(method, template, operation)
                .query()
                .authenticatedBy(login)
                .about(ClusterDesk::target)
                .needs(EventStreams.CLUSTER_READ)
                .waits();
    }
}
