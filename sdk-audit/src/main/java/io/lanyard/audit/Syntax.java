package io.lanyard.audit;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;

/**
 * Audit: the language of a query over logs. An open value: the service may know others.
 *
 * @param value the value as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record Syntax(String value) implements TextValue {

    /** Field and value, AND, OR and NOT. */
    public static final Syntax LUCENE = new Syntax("lucene");
    /** Steps with bars between them; the service's own language. */
    public static final Syntax DATAPRIME = new Syntax("dataprime");

    /**
     * Names it, known here or not.
     *
     * @param value the value as the API spells it
     * @return the value
     */
    public static Syntax of(String value) {
        return new Syntax(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
