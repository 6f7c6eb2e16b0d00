// Room: sandbox / content tests.
package io.lanyard.sandbox.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({"bytes=0-4,0,4", "bytes=5-,5,9", "bytes=-3,7,9", "bytes=0-99,0,9", "bytes=-99,0,9"})
    void rangesOfTenBytes(String header, long first, long last) throws ByteRange.Unsatisfiable {
        assertThat(ByteRange.of(header, 10)).contains(new ByteRange(first, last));
    }

    @Test
    void aRangeBeyondTheEndIsRefusedAndAnUnknownFormIgnored() throws ByteRange.Unsatisfiable {
        assertThatThrownBy(() -> ByteRange.of("bytes=10-", 10)).isInstanceOf(ByteRange.Unsatisfiable.class);
        assertThat(ByteRange.of("bytes=0-1,3-4", 10)).isEmpty();
        assertThat(ByteRange.of("bytes=4-2", 10)).isEmpty();
        assertThat(ByteRange.of("bytes=-", 10)).isEmpty();
    }
}
