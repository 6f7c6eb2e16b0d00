package io.lanyard.identity;

import java.util.Optional;

/**
 * Identity: how IBM's servers handled the request that an answer belongs to; worth quoting to IBM's support.
 *
 * @param transactionId the id of the request, the same as in the header {@code Transaction-Id}
 * @param operation     the operation as the servers name it
 * @param userAgent     the client as they saw it
 * @param url           the address they were asked at
 * @param instanceId    the server that answered
 * @param threadId      the thread in it
 * @param host          its host
 * @param startTime     when it began, as the server writes it
 * @param endTime       when it ended, as the server writes it
 * @param elapsedTime   milliseconds in between
 * @param clusterName   the cluster the server is in
 */
public record RequestContext(
        Optional<String> transactionId,
        Optional<String> operation,
        Optional<String> userAgent,
        Optional<String> url,
        Optional<String> instanceId,
        Optional<String> threadId,
        Optional<String> host,
        Optional<String> startTime,
        Optional<String> endTime,
        Optional<String> elapsedTime,
        Optional<String> clusterName) {}
