package io.lanyard.resources;

/** Resources: which instances to list. */
public final class InstanceQuery extends ResourceQuery<InstanceQuery> {

    InstanceQuery() {}

    @Override
    InstanceQuery self() {
        return this;
    }

    /**
     * Only those of a plan.
     *
     * @param id the plan's id in the catalog
     * @return this
     */
    public InstanceQuery plan(String id) {
        return and("resource_plan_id", id);
    }

    /**
     * Only those of a type.
     *
     * @param type such as {@code service_instance}
     * @return this
     */
    public InstanceQuery type(String type) {
        return and("type", type);
    }

    /**
     * Only those of a kind of that type.
     *
     * @param subType such as {@code kms}
     * @return this
     */
    public InstanceQuery subType(String subType) {
        return and("sub_type", subType);
    }

    /**
     * Only those that are that far; active ones and those being made, if not said.
     *
     * @param state how far
     * @return this
     */
    public InstanceQuery state(InstanceState state) {
        return and("state", state);
    }
}
