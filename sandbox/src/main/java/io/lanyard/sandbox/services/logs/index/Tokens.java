// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.index;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.CharacterUtils;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Takes text apart into words, as OpenSearch's standard analyzer does. Each word comes twice, in the same place: behind the mark
 * of what it is from, and as free text. A phrase never reaches from one value into the next. Used by one thread.
 */
public final class Tokens extends TokenStream {
    private static final int BETWEEN_VALUES = 100;

    private final StandardTokenizer words = new StandardTokenizer();
    private final CharTermAttribute word = words.getAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = words.getAttribute(PositionIncrementAttribute.class);
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private String mark = "";
    private String text = "";
    private boolean first;
    private boolean again;

    /** Takes another value apart next. */
    Tokens of(String fieldMark, String value) {
        mark = fieldMark;
        text = value;
        return this;
    }

    @Override
    public void reset() throws IOException {
        words.setReader(new StringReader(text));
        words.reset();
        first = true;
        again = false;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (again) {
            again = false;
            put(Fields.ANYWHERE, 0);
            return true;
        }
        if (!words.incrementToken()) {
            return false;
        }
        CharacterUtils.toLowerCase(word.buffer(), 0, word.length());
        put(mark, step.getPositionIncrement() + (first ? BETWEEN_VALUES : 0));
        first = false;
        again = Fields.isOfLog(mark);
        return true;
    }

    private void put(String before, int places) {
        clearAttributes();
        term.setEmpty().append(before).append(word);
        increment.setPositionIncrement(places);
    }

    @Override
    public void end() throws IOException {
        super.end();
        words.end();
    }

    @Override
    public void close() throws IOException {
        words.close();
    }

    /** Takes text of a query apart. */
    public static List<String> of(String text) {
        var found = new ArrayList<String>(4);
        try (var words = new StandardTokenizer()) {
            words.setReader(new StringReader(text));
            var word = words.getAttribute(CharTermAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                CharacterUtils.toLowerCase(word.buffer(), 0, word.length());
                found.add(word.toString());
            }
            words.end();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return found;
    }

    /** Writes a pattern as words are written. */
    public static String lower(String pattern) {
        return pattern.toLowerCase(Locale.ROOT);
    }
}
