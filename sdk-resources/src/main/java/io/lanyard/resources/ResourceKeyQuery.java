package io.lanyard.resources;

/** Resources: which keys to list. */
public final class ResourceKeyQuery extends ResourceQuery<ResourceKeyQuery> {

    ResourceKeyQuery() {}

    @Override
    ResourceKeyQuery self() {
        return this;
    }
}
