// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.api;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.services.registry.RegionSettings;
import io.lanyard.sandbox.services.registry.RegionSettings.Plan;
import io.lanyard.sandbox.services.registry.catalog.Storage;
import java.util.Map;
import java.util.Optional;

/** How an account sets up one region's registry: enforcement, network, plan, quota, metrics. */
final class Settings {
    private final Desk desk;

    Settings(Desk desk) {
        this.desk = desk;
    }

    private RegionSettings in(Call call) {
        return desk.registry(call).in(call.region());
    }

    Response auth(Call call) {
        var settings = in(call);
        return Response.ok(Map.of("iam_authz", settings.iamAuthz(), "private_only", settings.privateOnly()));
    }

    Response setAuth(Call call) {
        var before = in(call);
        var enforce = call.json().flag("iam_authz", before.iamAuthz());
        var privately = call.json().flag("private_only", before.privateOnly());
        if (before.iamAuthz() && !enforce) {
            throw Refusal.of(
                    Problem.BAD_REQUEST,
                    "IAM policy enforcement is enabled for this account in " + call.region()
                            + "; once enabled it can't be disabled.");
        }
        desk.registry(call).change(call.region(), settings -> settings.withAuth(enforce, privately));
        call.event().request("iam_authz", enforce).request("private_only", privately);
        return Response.noContent();
    }

    Response settings(Call call) {
        return Response.ok(Map.of("platform_metrics", in(call).platformMetrics()));
    }

    Response setSettings(Call call) {
        var on = call.json().flag("platform_metrics", in(call).platformMetrics());
        desk.registry(call).change(call.region(), settings -> settings.withMetrics(on));
        return Response.noContent();
    }

    Response plan(Call call) {
        return Response.ok(Map.of("plan", in(call).plan().wireName()));
    }

    Response setPlan(Call call) {
        var name = call.json().maybeText("plan").orElse(in(call).plan().wireName());
        var plan = Plan.of(name)
                .orElseThrow(() -> Refusal.of(
                        Problem.INVALID, "There is no plan '" + Desk.shown(name) + "'; there are Free and Standard."));
        if (plan != in(call).plan()) {
            desk.registry(call).change(call.region(), settings -> settings.withPlan(plan));
        }
        return Response.status(200);
    }

    Response quota(Call call) {
        var settings = in(call);
        var used = Storage.of(desk.catalog(call), call.account().id()).bytes();
        var traffic = desk.registry(call).traffic(call.region(), call.now());
        return Response.ok(Map.of(
                "limit", bytes(settings.storageLimit(), settings.trafficLimit()), "usage", bytes(used, traffic)));
    }

    private static Map<String, Long> bytes(long storage, long traffic) {
        return Map.of("storage_bytes", storage, "traffic_bytes", traffic);
    }

    Response setQuota(Call call) {
        var before = in(call);
        var plan = before.plan();
        var storage = megabytes(call, "storage_megabytes", before.storageMegabytes(), plan.storageMegabytes());
        var traffic = megabytes(call, "traffic_megabytes", before.trafficMegabytes(), plan.trafficMegabytes());
        desk.registry(call).change(call.region(), settings -> settings.withQuota(storage, traffic));
        return Response.status(200);
    }

    /** -1 goes back to what the plan allows; on the free plan nothing may exceed that. */
    private static Optional<Long> megabytes(Call call, String field, Optional<Long> before, long most) {
        var wanted = call.json().number(field);
        if (wanted.isEmpty()) {
            return before;
        }
        var megabytes = wanted.get();
        if (megabytes == RegionSettings.UNLIMITED) {
            return Optional.empty();
        }
        if (megabytes < 0 || megabytes > Long.MAX_VALUE / RegionSettings.MEGABYTE) {
            throw Refusal.of(Problem.INVALID, "'" + field + "' must be a number of megabytes, or -1 for no limit.")
                    .about(field);
        }
        if (most >= 0 && megabytes > most) {
            throw Refusal.of(Problem.INVALID, "'" + field + "' can't exceed " + most + " on the Free plan.")
                    .about(field);
        }
        return wanted;
    }

    /** IBM's message of the day; the sandbox has one of its own. */
    Response messages(Call call) {
        return Response.ok("This is Lanyard's sandbox of the registry in " + call.region() + ".");
    }
}
