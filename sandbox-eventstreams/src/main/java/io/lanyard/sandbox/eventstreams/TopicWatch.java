// Room: sandbox-eventstreams.
package io.lanyard.sandbox.eventstreams;

import io.lanyard.sandbox.services.streams.Broker;
import io.lanyard.sandbox.services.streams.Gatekeeper;
import io.lanyard.sandbox.services.streams.Gatekeeper.Visit;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.message.CreatePartitionsRequestData.CreatePartitionsTopic;
import org.apache.kafka.common.message.CreatePartitionsResponseData.CreatePartitionsTopicResult;
import org.apache.kafka.common.message.CreateTopicsRequestData;
import org.apache.kafka.common.message.CreateTopicsResponseData;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.ApiError;
import org.apache.kafka.controller.Controller;
import org.apache.kafka.controller.ControllerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the controller, which makes, changes and deletes topics: it adds no more partitions than a topic may have, for
 * which Kafka has no policy, and tells in audit events what became of each change. What somebody may not do doesn't come this far.
 */
final class TopicWatch implements InvocationHandler {
    private final Controller controller;
    private final Gatekeeper gatekeeper;

    private TopicWatch(Controller controller, Gatekeeper gatekeeper) {
        this.controller = controller;
        this.gatekeeper = gatekeeper;
    }

    static Controller before(Controller controller, Gatekeeper gatekeeper) {
        return (Controller) Proxy.newProxyInstance(
                TopicWatch.class.getClassLoader(),
                new Class<?>[] {Controller.class},
                new TopicWatch(controller, gatekeeper));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (arguments != null && arguments.length > 1 && arguments[0] instanceof ControllerRequestContext context) {
            return switch (method.getName()) {
                case "createTopics" -> created(context, (CreateTopicsRequestData) arguments[1], method, arguments);
                case "createPartitions" -> grown(context, list(arguments[1]), (boolean) arguments[2]);
                case "deleteTopics" -> deleted(context, ids(arguments[1]));
                case "incrementalAlterConfigs", "legacyAlterConfigs" -> configured(context, method, arguments);
                default -> ask(method, arguments);
            };
        }
        return ask(method, arguments);
    }

    private @Nullable Object ask(Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(controller, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() == null ? failed : failed.getCause();
        }
    }

    private Object created(
            ControllerRequestContext context, CreateTopicsRequestData request, Method method, Object[] arguments)
            throws Throwable {
        CompletableFuture<CreateTopicsResponseData> answer = future(ask(method, arguments));
        return request.validateOnly()
                ? answer
                : answer.thenApply(results -> {
                    results.topics().forEach(one -> tell(context, "create", one.name(), one.errorCode()));
                    return results;
                });
    }

    private Object grown(ControllerRequestContext context, List<CreatePartitionsTopic> topics, boolean validateOnly) {
        Map<Boolean, List<CreatePartitionsTopic>> wide =
                topics.stream().collect(Collectors.partitioningBy(topic -> TopicWidth.tooWide(topic.count())));
        var refused = wide.getOrDefault(true, List.of()).stream()
                .map(topic -> new CreatePartitionsTopicResult()
                        .setName(topic.name())
                        .setErrorCode(Errors.INVALID_PARTITIONS.code())
                        .setErrorMessage(Broker.tooManyPartitions(topic.count())));
        return controller
                .createPartitions(context, wide.getOrDefault(false, List.of()), validateOnly)
                .thenApply(results -> {
                    var all = Stream.concat(results.stream(), refused).toList();
                    if (!validateOnly) {
                        all.forEach(one -> tell(context, "update", one.name(), one.errorCode()));
                    }
                    return all;
                });
    }

    /** The names have to be asked for while there still are some. */
    private Object deleted(ControllerRequestContext context, Collection<Uuid> ids) {
        return controller
                .findTopicNames(context, ids)
                .thenCompose(names -> controller.deleteTopics(context, ids).thenApply(results -> {
                    results.forEach((id, error) -> Optional.ofNullable(names.get(id))
                            .filter(name -> !name.isError())
                            .ifPresent(name -> tell(
                                    context,
                                    "delete",
                                    name.result(),
                                    error.error().code())));
                    return results;
                }));
    }

    private Object configured(ControllerRequestContext context, Method method, Object[] arguments) throws Throwable {
        CompletableFuture<Map<ConfigResource, ApiError>> answer = future(ask(method, arguments));
        return (boolean) arguments[2]
                ? answer
                : answer.thenApply(results -> {
                    results.forEach((resource, error) -> {
                        if (resource.type() == ConfigResource.Type.TOPIC) {
                            tell(
                                    context,
                                    "update",
                                    resource.name(),
                                    error.error().code());
                        }
                    });
                    return results;
                });
    }

    /** What the service itself does is told where it was asked to. */
    private void tell(ControllerRequestContext context, String what, String topic, short code) {
        if (context.principal() instanceof Visitor visitor && !visitor.itself()) {
            var header = context.requestHeader();
            var visit = new Visit(
                    visitor.ticket(),
                    visitor.address(),
                    header.clientId() == null ? "" : header.clientId(),
                    ApiKeys.forId(header.requestApiKey()).name);
            var error = Errors.forCode(code);
            gatekeeper.touched(
                    visit,
                    what,
                    topic,
                    status(error),
                    error == Errors.NONE ? Optional.empty() : Optional.of(error.message()));
        }
    }

    private static int status(Errors error) {
        return switch (error) {
            case NONE -> 200;
            case TOPIC_ALREADY_EXISTS -> 409;
            case UNKNOWN_TOPIC_OR_PARTITION, UNKNOWN_TOPIC_ID -> 404;
            default -> 400;
        };
    }

    @SuppressWarnings("unchecked") // as the method that was called declares
    private static <T> CompletableFuture<T> future(@Nullable Object answer) {
        return (CompletableFuture<T>) java.util.Objects.requireNonNull(answer);
    }

    @SuppressWarnings("unchecked")
    private static List<CreatePartitionsTopic> list(Object topics) {
        return (List<CreatePartitionsTopic>) topics;
    }

    @SuppressWarnings("unchecked")
    private static Collection<Uuid> ids(Object topics) {
        return (Collection<Uuid>) topics;
    }
}
