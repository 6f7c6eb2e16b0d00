package io.lanyard.resources;

/**
 * Resources: what an instance is of: a plan in the catalog, and where.
 *
 * @param planId the plan's id in the catalog, which implies the service
 * @param target where the instance shall be: a region such as {@code us-south}, or {@code global}
 */
public record Offering(String planId, String target) {

    /**
     * Begins with a plan.
     *
     * @param planId its id in the catalog, which implies the service
     * @return a plan that still wants a place
     */
    public static Somewhere plan(String planId) {
        return new Somewhere(planId);
    }

    /**
     * Resources: a plan that still wants a place.
     *
     * @param planId its id in the catalog
     */
    public record Somewhere(String planId) {

        /**
         * Says where.
         *
         * @param target a region such as {@code us-south}, or {@code global}
         * @return the plan there
         */
        public Offering in(String target) {
            return new Offering(planId, target);
        }
    }
}
