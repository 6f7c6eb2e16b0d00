// Docs: the site's own files on the class path: template, style sheet, scripts.
package io.lanyard.docs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Files beside these classes, and the search library. */
final class Resources {

    private static final String LUNR = "/META-INF/resources/webjars/lunr/2.3.9/lunr.min.js";

    private Resources() {}

    static String text(String name) throws IOException {
        return read(name);
    }

    static String lunr() throws IOException {
        return read(LUNR);
    }

    private static String read(String name) throws IOException {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
