package io.lanyard.identity;

import io.lanyard.core.AccountId;
import org.jspecify.annotations.Nullable;

/** Identity: the optional part of a new group of service IDs; Gson writes its fields as the request's body. */
@SuppressWarnings("unused") // fields that only Gson reads
public final class NewServiceIdGroup {

    private final AccountId accountId;
    private final String name;
    private @Nullable String description;

    NewServiceIdGroup(AccountId account, String name) {
        this.accountId = account;
        this.name = name;
    }

    /**
     * Describes it.
     *
     * @param text what it is for
     * @return this
     */
    public NewServiceIdGroup description(String text) {
        description = text;
        return this;
    }
}
