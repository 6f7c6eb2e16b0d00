package io.lanyard.core.call;

import io.lanyard.core.IbmCloud;

/** Core, call: one API at one place; every operation of a client starts at one of its verbs. */
public final class Service {

    private final Pipeline pipeline;
    private final String base;

    /**
     * Reaches an API.
     *
     * @param cloud credentials, settings and connections
     * @param endpoint where the API is when nothing else was configured
     */
    public Service(IbmCloud cloud, Endpoint endpoint) {
        this(cloud.pipeline(), endpoint);
    }

    /**
     * Reaches an API.
     *
     * @param pipeline the way there
     * @param endpoint where the API is when nothing else was configured
     */
    public Service(Pipeline pipeline, Endpoint endpoint) {
        this.pipeline = pipeline;
        this.base = pipeline.settings().url(endpoint);
    }

    /**
     * Returns where the API is.
     *
     * @return scheme, host, port and path prefix, without a slash at its end
     */
    public String url() {
        return base;
    }

    /**
     * Reads something: SAFE.
     *
     * @param operationId IBM's name of the operation
     * @param pathTemplate the path, with each argument's place in braces
     * @param pathArgs the arguments in order; each stays within its segment
     * @return the call, to be completed and sent
     */
    public Call get(String operationId, String pathTemplate, Object... pathArgs) {
        return call(operationId, CallClass.SAFE, "GET", pathTemplate, pathArgs);
    }

    /**
     * Asks whether something is there: SAFE.
     *
     * @param operationId IBM's name of the operation
     * @param pathTemplate the path, with each argument's place in braces
     * @param pathArgs the arguments in order; each stays within its segment
     * @return the call, to be completed and sent
     */
    public Call head(String operationId, String pathTemplate, Object... pathArgs) {
        return call(operationId, CallClass.SAFE, "HEAD", pathTemplate, pathArgs);
    }

    /**
     * Replaces something: IDEMPOTENT.
     *
     * @param operationId IBM's name of the operation
     * @param pathTemplate the path, with each argument's place in braces
     * @param pathArgs the arguments in order; each stays within its segment
     * @return the call, to be completed and sent
     */
    public Call put(String operationId, String pathTemplate, Object... pathArgs) {
        return call(operationId, CallClass.IDEMPOTENT, "PUT", pathTemplate, pathArgs);
    }

    /**
     * Deletes something: IDEMPOTENT.
     *
     * @param operationId IBM's name of the operation
     * @param pathTemplate the path, with each argument's place in braces
     * @param pathArgs the arguments in order; each stays within its segment
     * @return the call, to be completed and sent
     */
    public Call delete(String operationId, String pathTemplate, Object... pathArgs) {
        return call(operationId, CallClass.IDEMPOTENT, "DELETE", pathTemplate, pathArgs);
    }

    /**
     * Creates or does something: ONCE, unless the call says otherwise.
     *
     * @param operationId IBM's name of the operation
     * @param pathTemplate the path, with each argument's place in braces
     * @param pathArgs the arguments in order; each stays within its segment
     * @return the call, to be completed and sent
     */
    public Call post(String operationId, String pathTemplate, Object... pathArgs) {
        return call(operationId, CallClass.ONCE, "POST", pathTemplate, pathArgs);
    }

    /**
     * Changes a part of something: ONCE, unless the call says otherwise.
     *
     * @param operationId IBM's name of the operation
     * @param pathTemplate the path, with each argument's place in braces
     * @param pathArgs the arguments in order; each stays within its segment
     * @return the call, to be completed and sent
     */
    public Call patch(String operationId, String pathTemplate, Object... pathArgs) {
        return call(operationId, CallClass.ONCE, "PATCH", pathTemplate, pathArgs);
    }

    private Call call(String operationId, CallClass kind, String method, String template, Object[] pathArgs) {
        return new Call(pipeline, new Draft(operationId, kind, method, base, Paths.fill(template, pathArgs)));
    }
}
