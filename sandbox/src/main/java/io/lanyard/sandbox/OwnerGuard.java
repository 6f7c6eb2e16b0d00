// Room: sandbox / front door.
package io.lanyard.sandbox;

import io.lanyard.sandbox.kernel.Caller;
import io.lanyard.sandbox.kernel.Guard;
import io.lanyard.sandbox.kernel.Target;
import java.util.Map;

/** The account's owner may do everything, others nothing. */
final class OwnerGuard implements Guard {
    @Override
    public Judgement judge(Caller caller, String action, Target target) {
        var owner = caller.iamId().equals(target.account().ownerIamId());
        return new Judgement(owner, () -> owner ? "Permitted: owner" : "Denied: not the owner", Map::of);
    }
}
