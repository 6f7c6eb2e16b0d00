// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The table that a service declares. A route reads like a line of the API's description:
 *
 * <pre>{@code
 * routes.on(GET, "/v1/serviceids/{id}", "getServiceId")
 *         .about(this::serviceId)
 *         .needs("iam-identity.serviceid.get")
 *         .unless(this::callerMadeIt)
 *         .leaves("iam-identity.account-serviceid.read")
 *         .handledBy(this::get);
 * }</pre>
 *
 * In a template {@code {name}} takes one segment, {@code {name+}} one or more (image names with slashes); a slash at the end
 * makes no difference: IBM's documented paths have one here and there, and IBM's Node SDK leaves it out.
 */
public final class Routes {
    private final Service service;
    private final Consumer<Route> sink;

    Routes(Service service, Consumer<Route> sink) {
        this.service = service;
        this.sink = sink;
    }

    /** Starts a route; {@code operation} is the contract's operation id. */
    public Line on(Method method, String template, String operation) {
        return new Line(method, template, operation);
    }

    /** One route in the making; ends with {@link #handledBy}. */
    public final class Line {
        private final Method method;
        private final String template;
        private final String operation;
        private @Nullable Authenticator authenticator;
        private boolean open;
        private @Nullable Function<Call, Target> about;
        private @Nullable Function<Call, String> action;
        private Function<Call, Optional<String>> exemption = call -> Optional.empty();
        private Route.Intake intake = Route.Intake.NOTHING;
        private @Nullable BodyShape shape;
        private @Nullable Set<String> query;
        private boolean ifMatch;
        private boolean alone;
        private boolean waits;
        private @Nullable String leaves;

        private Line(Method method, String template, String operation) {
            this.method = method;
            this.template = template;
            this.operation = operation;
            this.alone = !method.reads();
        }

        /** Lets in callers without credentials; {@link Call#caller} is then {@link Caller#NOBODY}. */
        public Line open() {
            open = true;
            return this;
        }

        /** Tells who calls in another way than by an IAM bearer token. */
        public Line authenticatedBy(Authenticator other) {
            authenticator = other;
            return this;
        }

        /**
         * Says what the call is about; the function throws {@link Refusal#notFound} for things that aren't there. Without it
         * the target is the service in the caller's account. Runs twice for changing calls: before and under the account's lock.
         */
        public Line about(Function<Call, Target> target) {
            about = target;
            return this;
        }

        /** Names the action that the caller needs on the target. A route without one is for every signed-in caller. */
        public Line needs(String actionName) {
            return needs(call -> actionName);
        }

        /** Works out the action that the caller needs from the call. */
        public Line needs(Function<Call, String> actionName) {
            action = actionName;
            return this;
        }

        /** Permits without a policy when the function gives a reason, such as "the caller made it"; asked before the policies. */
        public Line unless(Function<Call, Optional<String>> reason) {
            exemption = reason;
            return this;
        }

        /** Takes a JSON object of this shape; see {@link Call#json}. */
        public Line takes(BodyShape bodyShape) {
            intake = Route.Intake.JSON;
            shape = bodyShape;
            return this;
        }

        /** Takes a JSON object of this shape, or nothing at all, which counts as an empty object; see {@link Call#json}. */
        public Line takesIfAny(BodyShape bodyShape) {
            intake = Route.Intake.JSON_OR_NOTHING;
            shape = bodyShape;
            return this;
        }

        /** Takes a form; see {@link Call#form}. */
        public Line takesForm() {
            intake = Route.Intake.FORM;
            return this;
        }

        /** Takes bytes of any form, as many as a JSON body may have; see {@link Call#bytes}. */
        public Line takesBytes() {
            intake = Route.Intake.BYTES;
            return this;
        }

        /** Takes whatever comes, unread, however long; see {@link Call#body}. Such a route never holds the account's lock. */
        public Line streams() {
            intake = Route.Intake.STREAM;
            alone = false;
            return this;
        }

        /** Runs beside other changes of the account, though the method is a changing one. */
        public Line beside() {
            alone = false;
            return this;
        }

        /** Gets a thread of its own, and not the account's lock: it waits for other services, or for what they do. */
        public Line waits() {
            waits = true;
            alone = false;
            return this;
        }

        /** Names the query parameters it knows; others are refused unless the sandbox is lenient. */
        public Line query(String... names) {
            query = Set.of(names);
            return this;
        }

        /** Demands {@code If-Match} with the target's entity tag ({@link Target#at}) or {@code *}; else 400, or stale. */
        public Line ifMatch() {
            ifMatch = true;
            return this;
        }

        /** Leaves an audit event with this action. */
        public Line leaves(String auditAction) {
            leaves = auditAction;
            return this;
        }

        /** Ends the line. */
        public void handledBy(Handler handler) {
            sink.accept(new Route(
                    service,
                    method,
                    template,
                    params(),
                    operation,
                    authenticator,
                    open,
                    about,
                    action,
                    exemption,
                    intake,
                    shape,
                    query,
                    ifMatch,
                    alone,
                    waits,
                    leaves,
                    handler));
        }

        private List<String> params() {
            List<String> names = new ArrayList<>();
            for (var segment : template.split("/", -1)) {
                if (Router.isParam(segment)) {
                    names.add(segment.substring(1, segment.length() - (segment.endsWith("+}") ? 2 : 1)));
                }
            }
            return List.copyOf(names);
        }
    }
}
