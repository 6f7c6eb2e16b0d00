package io.lanyard.audit;

import io.lanyard.core.AccountId;
import java.util.Optional;

/** Audit: parts of what should be a CRN, and often enough isn't quite; nothing is thrown over it. */
final class CrnText {

    private static final int REGION = 5;
    private static final int SCOPE = 6;

    private CrnText() {}

    static Optional<String> region(String crn) {
        return part(crn, REGION);
    }

    static Optional<AccountId> account(String crn) {
        return part(crn, SCOPE)
                .filter(scope -> scope.startsWith("a/") && scope.length() > 2)
                .map(scope -> scope.substring(2))
                .flatMap(AccountId::tryOf);
    }

    private static Optional<String> part(String crn, int index) {
        int from = 0;
        for (int i = 0; i < index; i++) {
            from = crn.indexOf(':', from) + 1;
            if (from == 0) {
                return Optional.empty();
            }
        }
        int to = crn.indexOf(':', from);
        return to < 0 ? Optional.empty() : Optional.of(crn.substring(from, to));
    }
}
