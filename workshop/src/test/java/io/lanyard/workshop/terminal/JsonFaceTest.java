package io.lanyard.workshop.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.lanyard.workshop.engine.BiscuitJar;
import io.lanyard.workshop.engine.Lab;
import io.lanyard.workshop.engine.LabEngine;
import io.lanyard.workshop.engine.LabEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JsonFaceTest {
    private final StringWriter written = new StringWriter();

    @Test
    void writesOneDocumentWithATestForEachCheck() {
        var document = play(new BiscuitJar().lab());

        assertThat(document.get("version").getAsInt()).isEqualTo(3);
        assertThat(document.get("status").getAsString()).isEqualTo("pass");
        assertThat(document.has("message")).isFalse();
        assertThat(document.getAsJsonArray("tests")).hasSize(3);
        var test = document.getAsJsonArray("tests").get(1).getAsJsonObject();
        assertThat(test.get("name").getAsString()).isEqualTo("2 deny: the biscuit is still there");
        assertThat(test.get("task_id").getAsInt()).isEqualTo(2);
        assertThat(test.get("output").getAsString())
                .contains("-> take the ginger biscuit as child\n403 denied: The jar is locked.");
        assertThat(document.getAsJsonArray("denials")).hasSize(1);
        assertThat(document.getAsJsonArray("clean_up")
                        .get(0)
                        .getAsJsonObject()
                        .get("removed")
                        .getAsInt())
                .isEqualTo(1);
        assertThat(document.has("wire")).isFalse();
    }

    @Test
    void tellsLookedAndNotSoFromNobodyLooked() {
        var jar = new BiscuitJar();

        var failed = play(jar.lab(scene -> jar.biscuits.clear()));
        assertThat(failed.get("status").getAsString()).isEqualTo("fail");
        assertThat(failed.getAsJsonArray("tests")
                        .get(1)
                        .getAsJsonObject()
                        .get("message")
                        .getAsString())
                .isEqualTo("it is gone; put it back");

        var broken = play(new BiscuitJar().breaks().lab());
        assertThat(broken.get("status").getAsString()).isEqualTo("error");
        assertThat(broken.get("message").getAsString()).isEqualTo("the jar is in pieces; get a new one");
        assertThat(broken.getAsJsonArray("tests")
                        .get(1)
                        .getAsJsonObject()
                        .get("message")
                        .getAsString())
                .isEqualTo("step 1 did not get there");
    }

    @Test
    void listsTheWireWhenAsked() {
        var face = new JsonFace(new PrintWriter(written), true);
        face.on(new LabEvent.Wire("GET", "/v1/serviceids", 200, "txn-1"));
        new LabEngine(face, BiscuitJar.troubles()).run(new BiscuitJar().lab(), List.of());

        var document = JsonParser.parseString(written.toString()).getAsJsonObject();
        assertThat(document.getAsJsonArray("wire")
                        .get(0)
                        .getAsJsonObject()
                        .get("transaction_id")
                        .getAsString())
                .isEqualTo("txn-1");
    }

    private JsonObject play(Lab lab) {
        written.getBuffer().setLength(0);
        new LabEngine(new JsonFace(new PrintWriter(written), false), BiscuitJar.troubles()).run(lab, List.of());
        return JsonParser.parseString(written.toString()).getAsJsonObject();
    }
}
