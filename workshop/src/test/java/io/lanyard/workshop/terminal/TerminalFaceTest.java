package io.lanyard.workshop.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanyard.workshop.engine.BiscuitJar;
import io.lanyard.workshop.engine.Explanation;
import io.lanyard.workshop.engine.Lab;
import io.lanyard.workshop.engine.LabEngine;
import io.lanyard.workshop.engine.LabEvent;
import io.lanyard.workshop.engine.Request;
import io.lanyard.workshop.engine.Scene;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TerminalFaceTest {
    private final StringWriter written = new StringWriter();
    private final ManualTicker ticker = new ManualTicker();

    @Test
    void showsALabInPlainWords() throws IOException {
        play(Look.PLAIN, new BiscuitJar().lab());

        assertThat(written.toString()).isEqualTo(golden("biscuits-plain.txt"));
    }

    @Test
    void showsALabWithGlyphsAndColours() throws IOException {
        play(Look.RICH, new BiscuitJar().lab());

        assertThat(visible().replace('\u001b', '^')).isEqualTo(golden("biscuits-rich.txt"));
    }

    @Test
    void showsWhatFailedAndWhatToDo() throws IOException {
        var jar = new BiscuitJar().isSticky();

        play(Look.PLAIN, jar.lab(scene -> jar.biscuits.clear()));

        assertThat(written.toString()).isEqualTo(golden("biscuits-failed.txt"));
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void nothingGoesBeyondColumn80(Look look) {
        var face = face(look, true);
        var longWord = "x".repeat(200);
        var longText = "a word and ".repeat(30);
        var longPath = "642d77b8908732c1b898880f2ab8321f/us-south/2026-03-02T10/".repeat(4);

        face.on(new LabEvent.Requested(new Request("pull", longText, longWord)));
        ticker.secondsPass(3);
        face.on(new LabEvent.Answered(longWord + longText));
        face.on(new LabEvent.Explained(
                new Explanation(longText, "Deny", List.of(longText, longWord), List.of(longText))));
        face.on(new LabEvent.Shown(List.of(new Scene.Fact("name", longText))));
        face.on(new LabEvent.Shown(List.of(new Scene.Fact("object", longPath))));
        face.on(new LabEvent.Printed("NAME  " + longText + "\n  \"" + longWord + "\"\n" + longPath));
        face.on(new LabEvent.Wire("GET", "/v1/" + longWord, 200, longWord));

        assertThat(visible().replaceAll("\u001b\\[[0-9;]*m", "").lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80))
                .anyMatch(line -> line.endsWith("T10/"));
        assertThat(visible().replaceAll("\\[[0-9;]*m|\\s", "")).contains(longWord, longPath);
    }

    @Test
    void plainOutputHasNoEscapeCodeAndNoGlyph() {
        play(Look.PLAIN, new BiscuitJar().lab());

        assertThat(written.toString()).matches("[\\x20-\\x7e\\n]*");
    }

    @Test
    void saysOnceThatSomethingIsStillGoingOnAndThenEveryTenSeconds() {
        var face = face(Look.PLAIN, false);

        face.on(new LabEvent.Requested(Request.of("pull", "an image")));
        ticker.secondsPass(12);
        face.on(new LabEvent.Answered("here"));
        ticker.secondsPass(5);

        assertThat(written.toString().lines().filter(line -> line.contains("still at it")))
                .containsExactly("     ... still at it: pull (1 s)", "     ... still at it: pull (10 s)");
    }

    @Test
    void drawsTheProgressLineOverItselfAndTakesItAway() {
        var face = face(Look.RICH, false);

        face.on(new LabEvent.Requested(Request.of("pull", "an image")));
        ticker.secondsPass(2);
        face.on(new LabEvent.Answered("here"));

        assertThat(written.toString()).contains("pull (1 s)").contains("pull (2 s)");
        assertThat(visible()).doesNotContain("still at it");
    }

    @Test
    void leavesALineThatAProgramPrintedAsItIsAndFoldsOneThatIsTooLong() {
        var row = "  a  b" + " c".repeat(40);

        face(Look.PLAIN, false).on(new LabEvent.Printed("NAME   COUNT\n\n" + row + "\n"));

        assertThat(written.toString())
                .isEqualTo("\n     NAME   COUNT\n\n       a  b" + " c".repeat(34) + "\n         " + "c ".repeat(5)
                        + "c\n");
    }

    @Test
    void showsTheWireOnlyWhenAsked() {
        var call = new LabEvent.Wire("GET", "/v1/serviceids", 403, "txn-1");

        face(Look.PLAIN, false).on(call);
        assertThat(written.toString()).isEmpty();

        face(Look.PLAIN, true).on(call);
        assertThat(written.toString()).isEqualTo("       GET /v1/serviceids  403  txn-1\n");
    }

    private void play(Look look, Lab lab) {
        new LabEngine(face(look, false), BiscuitJar.troubles()).run(lab, List.of("kitchen ready in 0.6 s", "lid open"));
    }

    private TerminalFace face(Look look, boolean wire) {
        return new TerminalFace(new PrintWriter(written), look, wire, ticker);
    }

    /** What stays on the screen: a line that was drawn over is gone. */
    private String visible() {
        return written.toString().replaceAll("(?m)^[^\n]*\r\u001b\\[K", "");
    }

    private static String golden(String name) throws IOException {
        try (var stream = TerminalFaceTest.class.getResourceAsStream("/golden/" + name)) {
            return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
