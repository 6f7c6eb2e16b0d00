// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.api;

import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Response;
import io.lanyard.sandbox.services.storage.wire.Percent;
import io.lanyard.sandbox.services.storage.wire.S3Code;
import io.lanyard.sandbox.services.storage.wire.Xml;
import io.lanyard.sandbox.services.storage.wire.XmlBody;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tags of objects: up to ten, as S3 has them. */
final class Tags {
    private static final int MOST = 10;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;
    private static final int LARGEST = 64 * 1024;

    private final Desk desk;

    Tags(Desk desk) {
        this.desk = desk;
    }

    /** Reads the tags that a write brings along. */
    static Optional<Map<String, String>> ofHeader(Call call) {
        return call.header("x-amz-tagging").map(text -> {
            var tags = new TreeMap<String, String>();
            for (var pair : text.split("&", -1)) {
                var parts = pair.split("=", 2);
                add(tags, decode(parts[0]), parts.length < 2 ? "" : decode(parts[1]));
            }
            return tags;
        });
    }

    private static String decode(String text) {
        return Percent.decode(text.replace("+", "%20"));
    }

    private static void add(Map<String, String> tags, String key, String value) {
        if (key.isEmpty()
                || key.length() > LONGEST_KEY
                || value.length() > LONGEST_VALUE
                || tags.put(key, value) != null
                || tags.size() > MOST) {
            throw S3Code.INVALID_TAG.refusal(
                    "An object has up to 10 tags with different keys of 1 to 128 characters, and values of up to 256.");
        }
    }

    Response put(Call call) {
        var document = XmlBody.parse(desk.document(call).bytes(LARGEST, S3Code.MALFORMED_XML), "Tagging");
        var tags = new TreeMap<String, String>();
        document.first("TagSet")
                .orElseThrow(S3Code.MALFORMED_XML::refusal)
                .all("Tag")
                .forEach(tag -> add(tags, tag.required("Key"), tag.required("Value")));
        change(call, tags);
        return Response.status(200);
    }

    private void change(Call call, Map<String, String> tags) {
        if (!desk.bucket(call).change(Desk.key(call), object -> object.tagged(tags))) {
            throw S3Code.NO_SUCH_KEY.refusal();
        }
    }

    Response get(Call call) {
        var tags = desk.object(call).tags();
        return Xml.answer(
                "Tagging",
                root -> root.element(
                        "TagSet",
                        set -> tags.forEach((key, value) ->
                                set.element("Tag", tag -> tag.text("Key", key).text("Value", value)))));
    }

    Response delete(Call call) {
        change(call, Map.of());
        return Response.noContent();
    }
}
