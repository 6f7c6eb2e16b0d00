package io.lanyard.core;

/**
 * Core: a resource together with the revision it was read at.
 *
 * @param value the resource
 * @param etag its revision, to be sent back when it is changed
 * @param <T> the resource's type
 */
public record Versioned<T>(T value, ETag etag) {}
