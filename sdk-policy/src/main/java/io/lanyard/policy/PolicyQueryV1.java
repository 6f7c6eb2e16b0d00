package io.lanyard.policy;

import io.lanyard.core.AccountId;

/** Policy: which policies to list with version 1. */
public final class PolicyQueryV1 extends PolicyQuery<PolicyQueryV1> {
    PolicyQueryV1(AccountId account) {
        super(account);
    }

    @Override
    PolicyQueryV1 self() {
        return this;
    }

    /**
     * Only policies over an access tag.
     *
     * @param name the tag's name
     * @param value its value
     * @return this query
     */
    public PolicyQueryV1 tag(String name, String value) {
        return and("tag_name", name).and("tag_value", value);
    }
}
