// Room: sandbox / logs.
package io.lanyard.sandbox.services.logs.index;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** Takes text apart into words as OpenSearch's standard analyzer does; a phrase never reaches from one value into the next. */
public final class LogAnalyzer extends Analyzer {
    private static final int BETWEEN_VALUES = 100;

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        var words = new StandardTokenizer();
        return new TokenStreamComponents(words, new LowerCaseFilter(words));
    }

    @Override
    protected TokenStream normalize(String fieldName, TokenStream in) {
        return Fields.isExact(fieldName) ? in : new LowerCaseFilter(in);
    }

    @Override
    public int getPositionIncrementGap(String fieldName) {
        return BETWEEN_VALUES;
    }
}
