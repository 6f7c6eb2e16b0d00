// Docs: a small site from start to end, and the faults that keep a site from being built.
package io.lanyard.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildSiteTest {

    @TempDir
    private Path folder;

    private Path site;

    @BeforeEach
    void writeASmallSite() throws IOException {
        site = folder.resolve("site");
        page("index.adoc", "= Home\n\nSee xref:labs/first.adoc#do-it[the first lab].\n");
        page("labs/first.adoc", """
                = First lab
                :order: 1
                :minutes: 5
                :needs: nothing
                :learn: a lot

                == Do it

                NOTE: Mind the step.

                == Look at it

                [plantuml,"one asks two"]
                ....
                one -> two
                ....
                """);
        page("concepts/idea.adoc", "= Idea\n:learn: why\n\nA pangolin rolls up.\n");
    }

    @Test
    void putsAPageIntoItsPlace() throws IOException {
        build();

        Document lab = html("labs/first.html");
        assertThat(lab.title()).isEqualTo("First lab - Lanyard");
        assertThat(lab.select("h1").text()).isEqualTo("First lab");
        assertThat(lab.select(".columns > nav a").eachAttr("href"))
                .containsExactly("first.html", "../concepts/idea.html");
        assertThat(lab.select("[aria-current]").text()).isEqualTo("First lab");
        assertThat(lab.select(".contents a").eachAttr("href")).containsExactly("#do-it", "#look-at-it");
        assertThat(lab.select(".promises dd").eachText()).containsExactly("5 minutes", "nothing", "a lot");
        assertThat(lab.select("a.previous").attr("href")).isEqualTo("../index.html");
        assertThat(lab.select("a.next").attr("href")).isEqualTo("../concepts/idea.html");
    }

    @Test
    void drawsADiagramIntoThePage() throws IOException {
        build();

        Document lab = html("labs/first.html");
        assertThat(lab.select("figure svg").attr("aria-label")).isEqualTo("one asks two");
        assertThat(lab.select("figure svg").text()).contains("one", "two");
    }

    @Test
    void numbersOfCalloutsAreDrawn() throws IOException {
        page("index.adoc", "= Home\n\n[source,java]\n----\nint a; // <1>\n----\n<1> A number.\n");

        build();

        assertThat(html("index.html").select("i.conum").eachAttr("data-value")).containsExactly("1", "1");
        assertThat(Files.readString(site.resolve("assets/lanyard.css")))
                .contains(".conum + b { display: none; }", ".conum::after { content: attr(data-value); }");
    }

    @Test
    void findsEverySection() throws IOException {
        build();

        assertThat(Files.readString(site.resolve("assets/sections.js")))
                .contains("labs/first.html#do-it", "concepts/idea.html", "pangolin");
        assertThat(html("labs/first.html").select("script").eachAttr("src"))
                .containsExactly("../assets/lunr.js", "../assets/sections.js", "../assets/search.js");
    }

    @Test
    void isTheSameWhenBuiltAgain() throws IOException {
        build();
        String first = Files.readString(site.resolve("labs/first.html"));

        build();

        assertThat(Files.readString(site.resolve("labs/first.html"))).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xref:nope.adoc[gone]             | leads nowhere: nope.html",
                "xref:labs/first.adoc#nope[gone]  | no such place: labs/first.html#nope",
                "See <<nope>>.                    | nope",
                "image::nope.png[a picture]       | leads nowhere: nope.png",
                "image::https://a.test/b.png[c]   | loads from another host",
                "include::nope.txt[]              | nope.txt",
            })
    void refusesABrokenPage(String text, String fault) throws IOException {
        page("index.adoc", "= Home\n\n" + text + "\n");

        assertThatThrownBy(this::build).isInstanceOf(BrokenSite.class).hasMessageContaining(fault);
    }

    @Test
    void refusesAMissingTag() throws IOException {
        page("Snippet.java", "// tag::there[]\nint a;\n// end::there[]\n");
        page("index.adoc", "= Home\n\n----\ninclude::Snippet.java[tag=missing]\n----\n");

        assertThatThrownBy(this::build).isInstanceOf(BrokenSite.class).hasMessageContaining("missing");
    }

    @Test
    void refusesAPageThatPromisesNothing() throws IOException {
        page("labs/second.adoc", "= Second\n:minutes: 5\n");

        assertThatThrownBy(this::build)
                .isInstanceOf(BrokenSite.class)
                .hasMessageContaining("lacks :needs:")
                .hasMessageContaining("lacks :learn:");
    }

    @Test
    void refusesADiagramThatCannotBeDrawn() throws IOException {
        page("index.adoc", "= Home\n\n[plantuml,\"x\"]\n....\none --> --> two ((\n....\n");

        assertThatThrownBy(this::build).hasStackTraceContaining("can't draw");
    }

    private void build() throws IOException {
        BuildSite.build(folder, folder.resolve("pages"), site, "1.0");
    }

    private void page(String name, String text) throws IOException {
        Path file = folder.resolve("pages").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Document html(String name) throws IOException {
        return Jsoup.parse(Files.readString(site.resolve(name)));
    }
}
