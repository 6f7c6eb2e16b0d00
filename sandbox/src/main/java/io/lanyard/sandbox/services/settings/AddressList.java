// Room: sandbox / settings. Which network addresses may ask for tokens.
package io.lanyard.sandbox.services.settings;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A list as {@code allowed_ip_addresses} has it: single addresses of both families, ranges {@code a - b} and subnets, with
 * commas between them. An empty list admits everybody. Private and loopback addresses are taken, because a sandbox has no
 * other clients; names of network zones are not, because the sandbox has no zones.
 */
public final class AddressList {
    /** The list that admits everybody. */
    public static final AddressList ANYWHERE = new AddressList("", List.of());

    private static final int LONGEST = 10_000;
    private static final Pattern DIGITS = Pattern.compile("\\d{1,3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:][0-9A-Fa-f:.]{1,44}");

    private record Address(int bits, BigInteger number) {
        static Address of(byte[] bytes) {
            return new Address(bytes.length * Byte.SIZE, new BigInteger(1, bytes));
        }
    }

    private record Range(Address first, Address last) {
        boolean holds(Address address) {
            return address.bits() == first.bits()
                    && first.number().compareTo(address.number()) <= 0
                    && address.number().compareTo(last.number()) <= 0;
        }
    }

    private final String text;
    private final List<Range> ranges;

    private AddressList(String text, List<Range> ranges) {
        this.text = text;
        this.ranges = ranges;
    }

    /**
     * Reads a list.
     *
     * @throws IllegalArgumentException naming the part that is no address, range or subnet
     */
    public static AddressList parse(String text) {
        if (text.isBlank()) {
            return ANYWHERE;
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("the list must not have more than " + LONGEST + " characters.");
        }
        var ranges = new ArrayList<Range>();
        for (var part : text.split(",", -1)) {
            ranges.add(range(part.strip()));
        }
        return new AddressList(text, List.copyOf(ranges));
    }

    /** Tells whether a client with this address is admitted. */
    public boolean admits(String peer) {
        if (ranges.isEmpty()) {
            return true;
        }
        var zone = peer.indexOf('%');
        var address = address(zone < 0 ? peer : peer.substring(0, zone));
        return ranges.stream().anyMatch(range -> range.holds(address));
    }

    /** Returns its parts as they were written. */
    public List<String> parts() {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    private static Range range(String part) {
        var dash = part.indexOf('-');
        if (dash >= 0) {
            var range = new Range(
                    address(part.substring(0, dash).strip()),
                    address(part.substring(dash + 1).strip()));
            if (!range.holds(range.last())) {
                throw new IllegalArgumentException("the range '" + shown(part) + "' must lead upwards in one family.");
            }
            return range;
        }
        var slash = part.indexOf('/');
        if (slash < 0) {
            var only = address(part);
            return new Range(only, only);
        }
        return subnet(part, address(part.substring(0, slash)), part.substring(slash + 1));
    }

    private static Range subnet(String part, Address address, String length) {
        var bits = DIGITS.matcher(length).matches() ? Integer.parseInt(length) : -1;
        if (bits < 0 || bits > address.bits()) {
            throw new IllegalArgumentException("the subnet '" + shown(part) + "' has no valid length.");
        }
        var free = BigInteger.ONE.shiftLeft(address.bits() - bits).subtract(BigInteger.ONE);
        return new Range(
                new Address(address.bits(), address.number().andNot(free)),
                new Address(address.bits(), address.number().or(free)));
    }

    /** Reads a written address; never asks a name server. */
    private static Address address(String text) {
        if (text.indexOf(':') >= 0) {
            return ofSixteenBytes(text);
        }
        var parts = text.split("\\.", -1);
        var bytes = new byte[4];
        if (parts.length != bytes.length) {
            throw noAddress(text);
        }
        for (int i = 0; i < parts.length; i++) {
            if (!DIGITS.matcher(parts[i]).matches() || Integer.parseInt(parts[i]) > 255) {
                throw noAddress(text);
            }
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return Address.of(bytes);
    }

    private static Address ofSixteenBytes(String text) {
        if (!IPV6.matcher(text).matches()) {
            throw noAddress(text);
        }
        try {
            return Address.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException e) {
            throw noAddress(text);
        }
    }

    private static IllegalArgumentException noAddress(String text) {
        return new IllegalArgumentException("'" + shown(text)
                + "' is no IPv4 or IPv6 address; names of network zones are not known to the sandbox.");
    }

    private static String shown(String text) {
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }

    @Override
    public String toString() {
        return text;
    }
}
