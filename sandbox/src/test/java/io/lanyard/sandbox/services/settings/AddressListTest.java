// Room: sandbox / settings, tests.
package io.lanyard.sandbox.services.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of network addresses. */
class AddressListTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "127.0.0.1; 127.0.0.1; true",
                "127.0.0.1; 127.0.0.2; false",
                "10.0.0.9, 127.0.0.2; 127.0.0.2; true",
                "127.0.0.1 - 127.0.0.5; 127.0.0.5; true",
                "127.0.0.1-127.0.0.5; 127.0.0.6; false",
                "10.128.0.0/9; 10.255.255.255; true",
                "10.128.0.0/9; 10.127.255.255; false",
                "192.0.2.77/31; 192.0.2.76; true",
                "0.0.0.0/0; 203.0.113.7; true",
                "0.0.0.0/0; ::1; false",
                "2001:db8::/32; 2001:db8:ffff::1; true",
                "2001:db8::/32; 2001:db9::1; false",
                "::1; 0:0:0:0:0:0:0:1%lo; true",
                "fe80::1 - fe80::ff; fe80::80; true",
                "''; 203.0.113.7; true"
            })
    void admits(String list, String peer, boolean admitted) {
        assertThat(AddressList.parse(list).admits(peer)).isEqualTo(admitted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17.5.7.8.0/16",
                "1.2.3",
                "1.2.3.256",
                "1.2.3.4/33",
                "::1/129",
                "1.2.3.4/x",
                "1.2.3.9 - 1.2.3.1",
                "1.2.3.4 - ::1",
                "my-zone",
                "zone",
                "1.2.3.4,,1.2.3.5",
                "1.2.3.4,",
                "2001:db8:::1",
                "1:2",
                "example.com"
            })
    void refusesWhatIsNoAddress(String list) {
        assertThatThrownBy(() -> AddressList.parse(list)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesListsWithoutEnd() {
        assertThatThrownBy(() -> AddressList.parse("1.2.3.4,".repeat(2_000) + "1.2.3.4"))
                .hasMessageContaining("10000");
    }
}
