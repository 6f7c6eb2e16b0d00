package io.lanyard.registry;

/** Registry: what an account pays for ({@code /api/v1/plans}). */
public final class PlanChoice {

    private final AccountRegistry registry;

    PlanChoice(AccountRegistry registry) {
        this.registry = registry;
    }

    /**
     * Gets the current plan. Needs {@code container-registry.plan.get}: Manager on the account's registry.
     *
     * @return the plan
     */
    public Plan get() {
        return registry.get("getPlans", "/api/v1/plans").as(PlanBody.class).plan();
    }

    /**
     * Changes the plan, which can cost money. Safe to repeat. Needs {@code container-registry.plan.set}: Manager on the
     * account's registry.
     *
     * @param plan the plan to have from now on
     * @throws io.lanyard.core.AccessDeniedException when the account may not change to that plan
     */
    public void set(Plan plan) {
        registry.patch("updatePlans", "/api/v1/plans")
                .idempotent()
                .json(new PlanBody(plan))
                .done();
    }

    /** The plan, on the wire. */
    record PlanBody(Plan plan) {}
}
