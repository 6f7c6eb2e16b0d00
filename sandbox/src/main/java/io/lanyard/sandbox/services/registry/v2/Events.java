// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.v2;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Method;
import io.lanyard.sandbox.services.registry.ImageName;
import io.lanyard.sandbox.services.registry.blobs.Digest;

/** What data calls leave in the audit journal: the image as it was asked for, and its digest (IBM: registry_at_events). */
final class Events {
    private Events() {}

    static void image(Place place, Call call, String reference, Digest digest) {
        if (call.request().method() == Method.HEAD) {
            call.event().skip();
            return;
        }
        var crn = "crn:v1:bluemix:public:container-registry:" + place.region() + ":a/"
                + place.owner().id() + "::image:" + ImageName.digested(place.region(), place.name(), digest);
        call.event().target(crn, new ImageName(place.name(), reference).shown(place.region()));
    }
}
