// Docs: a [plantuml] block becomes an inline SVG, without Graphviz and without the network.
package io.lanyard.docs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import org.asciidoctor.ast.ContentModel;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BlockProcessor;
import org.asciidoctor.extension.Contexts;
import org.asciidoctor.extension.Reader;

/** Draws {@code [plantuml,"what it shows"]} blocks. The second attribute is the text for those who can't see it. */
public final class Diagram extends BlockProcessor {

    /** Made by Asciidoctor. */
    public Diagram() {
        super("plantuml", config());
    }

    @Override
    public Object process(StructuralNode parent, Reader reader, Map<String, Object> attributes) {
        Object label = attributes.getOrDefault("2", attributes.get("label"));
        if (label == null) {
            throw new IllegalArgumentException("a diagram needs a text: [plantuml,\"what it shows\"]");
        }
        String svg = draw(String.join("\n", reader.readLines()));
        String figure = "<figure class=\"diagram\">"
                + svg.replaceFirst("<svg ", "<svg role=\"img\" aria-label=\"" + escaped(label.toString()) + "\" ")
                + "<figcaption>" + escaped(label.toString()) + "</figcaption></figure>";
        return createBlock(parent, "pass", figure);
    }

    static String draw(String source) {
        String whole = "@startuml\n!pragma layout smetana\nskinparam backgroundColor transparent\n"
                + "skinparam defaultFontName sans-serif\nskinparam shadowing false\n" + source + "\n@enduml\n";
        ByteArrayOutputStream svg = new ByteArrayOutputStream();
        try {
            String description = new SourceStringReader(whole)
                    .outputImage(svg, new FileFormatOption(FileFormat.SVG))
                    .getDescription();
            if (description.startsWith("(Error)")) {
                throw new IllegalArgumentException("PlantUML can't draw this: " + description + "\n" + source);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("drawing in memory failed", e);
        }
        return svg.toString(StandardCharsets.UTF_8)
                .replaceFirst("(?s)^.*?<svg ", "<svg ")
                .replaceAll("(?s)<\\?.*?\\?>|<!--.*?-->", "");
    }

    private static Map<String, Object> config() {
        Map<String, Object> config = new HashMap<>();
        config.put(Contexts.KEY, List.of(Contexts.LITERAL, Contexts.LISTING, Contexts.OPEN));
        config.put(ContentModel.KEY, ContentModel.RAW);
        return config;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
