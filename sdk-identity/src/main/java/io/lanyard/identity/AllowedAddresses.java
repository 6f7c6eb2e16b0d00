package io.lanyard.identity;

import com.google.gson.annotations.JsonAdapter;
import io.lanyard.core.TextValue;
import io.lanyard.core.json.OpenValueAdapter;
import java.util.List;
import java.util.stream.Stream;

/**
 * Identity: where tokens may be asked for from. Addresses, ranges {@code a - b}, subnets, and names of network zones; the API
 * keeps them in one text with commas.
 *
 * @param value the value as the API spells it
 */
@JsonAdapter(OpenValueAdapter.class)
public record AllowedAddresses(String value) implements TextValue {

    /** From everywhere. */
    public static final AllowedAddresses ANY = new AllowedAddresses("");

    /**
     * Allows these and no others.
     *
     * @param entries public IPv4 or IPv6 addresses, ranges, subnets, or names of network zones; none at all allows every address
     * @return the list
     */
    public static AllowedAddresses of(String... entries) {
        return new AllowedAddresses(String.join(",", entries));
    }

    /** {@return the entries without the commas between them; none when every address is allowed} */
    public List<String> entries() {
        return Stream.of(value.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /** {@return whether every address is allowed} */
    public boolean isAny() {
        return entries().isEmpty();
    }

    @Override
    public String toString() {
        return value;
    }
}
