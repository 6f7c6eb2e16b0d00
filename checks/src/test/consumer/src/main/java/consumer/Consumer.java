// Checks: a stranger's program on the published modules.
package consumer;

import io.lanyard.core.IbmCloud;
import io.lanyard.identity.IdentityClient;
import io.lanyard.policy.PolicyClient;

/** Makes a service ID, looks at the policies of the account, and says so. */
public final class Consumer {

    private Consumer() {}

    /**
     * Runs the program.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        try (IbmCloud cloud = IbmCloud.fromEnvironment()) {
            var account = cloud.requireAccount();
            var made = new IdentityClient(cloud).serviceIds().create(account, "made-by-a-consumer");
            System.out.println("made a service ID: " + made.name());
            long policies = new PolicyClient(cloud).policies().list(account).stream().count();
            System.out.println("policies in the account: " + policies);
        }
    }
}
