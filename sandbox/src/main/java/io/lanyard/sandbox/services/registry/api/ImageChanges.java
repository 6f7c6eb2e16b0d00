// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.registry.ImageName;
import io.lanyard.sandbox.services.registry.RegistryRights;
import io.lanyard.sandbox.services.registry.catalog.QuotaExceededException;
import io.lanyard.sandbox.services.registry.oci.RepositoryName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Tagging and deleting images. What is deleted goes to the trash for thirty days. */
final class ImageChanges {
    private static final String DELETE = RegistryRights.SERVICE + ".image.delete";
    private static final String PULL = RegistryRights.SERVICE + ".image.pull";

    private final Desk desk;
    private final Images images;

    ImageChanges(Desk desk, Images images) {
        this.desk = desk;
        this.images = images;
    }

    static ImageName from(Call call) {
        return ImageName.parse(call.requiredQuery("fromimage"), call.region());
    }

    static ImageName to(Call call) {
        return ImageName.parse(call.requiredQuery("toimage"), call.region());
    }

    /** Needs the right to push where the tag goes (the route's) and to pull where the image is. */
    Response tag(Call call) {
        var from = from(call);
        var to = to(call);
        if (to.byDigest()) {
            throw Refusal.of(Problem.INVALID, "'toimage' must end with a tag, not a digest.")
                    .about("toimage");
        }
        var source = desk.image(call, from);
        if (RegistryRights.withoutPolicies(call.caller(), source.account(), call.region())
                .isEmpty()) {
            call.require(PULL, source);
        }
        var image = images.find(call, from);
        desk.existing(call, to.repository().namespace());
        try {
            desk.catalog(call)
                    .copy(from.repository(), image.digest(), to.repository(), to.reference(), limit(call), call.now());
        } catch (QuotaExceededException full) {
            throw Refusal.of(
                    Problem.FORBIDDEN,
                    "Your account has exceeded its image storage quota for the current month. "
                            + "See https://cloud.ibm.com/docs/Registry?topic=Registry-troubleshoot-quota");
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        return Response.status(201);
    }

    private long limit(Call call) {
        var limit = desk.registry(call).in(call.region()).storageLimit();
        return limit < 0 ? Long.MAX_VALUE : limit;
    }

    Response delete(Call call) {
        var name = Images.named(call);
        remove(call, name);
        return untagged(name, call.region());
    }

    private void remove(Call call, ImageName name) {
        var image = images.find(call, name);
        desk.catalog(call).delete(name.repository(), image.digest(), call.now());
    }

    Response untag(Call call) {
        var name = Images.named(call);
        if (name.byDigest()) {
            throw Refusal.of(Problem.INVALID, "The image must be named with a tag, not a digest.");
        }
        var tags = desk.existing(call, name.repository()).tags();
        if (!tags.containsKey(name.reference())) {
            throw Desk.noImage(name.shown(call.region()));
        }
        desk.catalog(call).change(name.repository(), repository -> repository.withoutTag(name.reference()));
        return untagged(name, call.region());
    }

    private static Response untagged(ImageName name, String region) {
        return Response.ok(Map.of("Untagged", name.shown(region)));
    }

    /** Deletes each image that it may and can; the others come back with a reason each. */
    Response bulkDelete(Call call) {
        var success = new JsonArray();
        var error = new JsonObject();
        var names = list(call);
        call.event().request("images", names);
        for (var text : names) {
            try {
                var name = ImageName.parse(text, call.region());
                permit(call, desk.image(call, name), name.repository());
                remove(call, name);
                success.add(text);
            } catch (Refusal refused) {
                var reason = new JsonObject();
                reason.addProperty("code", refused.code().orElse("CRG0" + refused.status() + "E"));
                reason.addProperty("message", refused.message());
                error.add(text, reason);
            }
        }
        var body = new JsonObject();
        body.add("success", success);
        body.add("error", error);
        return Response.ok(body);
    }

    private static void permit(Call call, Target target, RepositoryName repository) {
        var reason = RegistryRights.withoutPolicies(call.caller(), target.account(), call.region());
        if (!call.decide(call.caller(), DELETE, target, reason)) {
            throw Refusal.of(Problem.FORBIDDEN, "You are not authorized to access the specified resource.")
                    .code("CRG0403E")
                    .about(repository.namespace());
        }
    }

    /** A bare array, as the contract has it, or an object around it, as IBM's page shows it. */
    private static List<String> list(Call call) {
        try {
            var json = JsonParser.parseString(new String(call.bytes(), StandardCharsets.UTF_8));
            var array = json instanceof JsonObject object ? object.get("BulkDelete") : json;
            if (array instanceof JsonArray list && list.asList().stream().allMatch(ImageChanges::isText)) {
                return list.asList().stream().map(JsonElement::getAsString).toList();
            }
        } catch (JsonParseException broken) {
            throw Refusal.of(Problem.MALFORMED_BODY, "The body is not valid JSON.");
        }
        throw Refusal.of(Problem.MALFORMED_BODY, "The body must be a JSON array of image names.");
    }

    private static boolean isText(JsonElement element) {
        return element.isJsonPrimitive() && element.getAsJsonPrimitive().isString();
    }
}
