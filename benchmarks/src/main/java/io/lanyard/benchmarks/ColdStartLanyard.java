package io.lanyard.benchmarks;

import io.lanyard.core.AccountId;
import io.lanyard.core.Credentials;
import io.lanyard.core.IbmCloud;
import io.lanyard.core.Secret;
import io.lanyard.policy.PolicyClient;

/** A whole process: get a token, list a hundred policies, end. Through the SDK. */
public final class ColdStartLanyard {

    private ColdStartLanyard() {}

    /**
     * Lists once.
     *
     * @param args the server's URL
     */
    public static void main(String[] args) {
        try (var cloud = IbmCloud.create(
                o -> o.credentials(Credentials.apiKey(Secret.of("k"))).endpoint("iam", args[0]))) {
            var policies = new PolicyClient(cloud).policies();
            long seen = policies.list(AccountId.of(Payloads.ACCOUNT), q -> q.pageSize(100)).stream()
                    .filter(each -> !each.grant().roles().isEmpty())
                    .count();
            if (seen != 100) {
                throw new IllegalStateException("saw " + seen + " policies");
            }
        }
    }
}
