// Room: sandbox-eventstreams.
package io.lanyard.sandbox.eventstreams;

import io.lanyard.sandbox.services.streams.Gatekeeper.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.apache.kafka.common.Endpoint;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.server.authorizer.AclCreateResult;
import org.apache.kafka.server.authorizer.AclDeleteResult;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;
import org.apache.kafka.server.authorizer.Authorizer;
import org.apache.kafka.server.authorizer.AuthorizerServerInfo;

/**
 * Asks the sandbox, on both listeners: what a broker forwards to its controller is judged by who asked the broker. Kafka makes it
 * by its name, so it is public. Nothing is cached: a decision takes microseconds, and a policy counts at once.
 */
public final class AskingAuthorizer implements Authorizer {
    private Optional<Gatekeepers.Post> post = Optional.empty();

    /** Made by Kafka. */
    public AskingAuthorizer() {}

    @Override
    public void configure(Map<String, ?> settings) {
        post = Gatekeepers.of(settings);
    }

    @Override
    public Map<Endpoint, ? extends CompletionStage<Void>> start(AuthorizerServerInfo server) {
        return server.endpoints().stream()
                .collect(Collectors.toMap(endpoint -> endpoint, endpoint -> CompletableFuture.completedFuture(null)));
    }

    @Override
    public List<AuthorizationResult> authorize(AuthorizableRequestContext context, List<Action> actions) {
        return actions.stream().map(action -> answer(may(context, action))).toList();
    }

    private boolean may(AuthorizableRequestContext context, Action action) {
        if (itself(context)) {
            return true;
        }
        var pattern = action.resourcePattern();
        var permitted = Right.of(action.operation(), pattern.resourceType(), pattern.name())
                .filter(right -> ask(context, right, action.logIfDenied()))
                .isPresent();
        if (!permitted
                && pattern.resourceType() == ResourceType.TOPIC
                && context.listenerName().equals(NodeSettings.CONTROLLER)) {
            audit(visit(context), action.operation(), pattern.name());
        }
        return permitted;
    }

    private static boolean itself(AuthorizableRequestContext context) {
        return context.principal() instanceof Visitor visitor && visitor.itself();
    }

    private boolean ask(AuthorizableRequestContext context, Right right, boolean told) {
        return post.orElseThrow().gatekeeper().may(visit(context), right.action(), right.resource(), told);
    }

    private static Visit visit(AuthorizableRequestContext context) {
        return new Visit(
                context.principal() instanceof Visitor visitor ? visitor.ticket() : "",
                context.clientAddress().getHostAddress(),
                context.clientId(),
                ApiKeys.forId(context.requestType()).name);
    }

    /** Topics are made, changed and deleted by the controller, and nowhere else; what it did {@link TopicWatch} tells. */
    private void audit(Visit visit, AclOperation operation, String topic) {
        change(operation)
                .ifPresent(what -> post.orElseThrow()
                        .gatekeeper()
                        .touched(visit, what, topic, 403, Optional.of("Not authorized to " + what + " the topic")));
    }

    private static Optional<String> change(AclOperation operation) {
        return switch (operation) {
            case CREATE -> Optional.of("create");
            case DELETE -> Optional.of("delete");
            case ALTER, ALTER_CONFIGS -> Optional.of("update");
            default -> Optional.empty();
        };
    }

    /** Asked for producers that are idempotent: they need nothing but what everybody needs. */
    @Override
    public AuthorizationResult authorizeByResourceType(
            AuthorizableRequestContext context, AclOperation operation, ResourceType type) {
        return answer(itself(context) || ask(context, Right.BASIC, true));
    }

    private static AuthorizationResult answer(boolean permitted) {
        return permitted ? AuthorizationResult.ALLOWED : AuthorizationResult.DENIED;
    }

    @Override
    public List<? extends CompletionStage<AclCreateResult>> createAcls(
            AuthorizableRequestContext context, List<AclBinding> bindings) {
        throw noLists();
    }

    @Override
    public List<? extends CompletionStage<AclDeleteResult>> deleteAcls(
            AuthorizableRequestContext context, List<AclBindingFilter> filters) {
        throw noLists();
    }

    @Override
    public Iterable<AclBinding> acls(AclBindingFilter filter) {
        throw noLists();
    }

    private static SecurityDisabledException noLists() {
        return new SecurityDisabledException("Event Streams has no access control lists: IAM policies decide.");
    }

    @Override
    public void close() {}
}
