// Room: sandbox / routing. In what portions events go to a target.
package io.lanyard.sandbox.services.routing;

import io.lanyard.sandbox.delivery.DeliveryException.Reason;
import io.lanyard.sandbox.state.World;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Portions for one target. A topic or a log gets at once what is there; a bucket gets an object when there are many events, or a
 * second after the first, and each object holds events of one minute of sandbox time, which its name tells. Used by one thread at
 * a time.
 */
final class Delivery {
    private static final int MOST_IN_OBJECT = 1_000;
    private static final int MOST_AT_ONCE = 1_000;
    private static final DateTimeFormatter HOUR = format("yyyy-MM-dd'T'HH");
    private static final DateTimeFormatter MINUTE = format("yyyy-MM-dd'T'HH:mm");

    private final World world;
    private final Courier courier;
    private final boolean gathers;
    private final boolean arrives;
    private Instant minute = Instant.MIN;
    private int objects;

    Delivery(World world, Courier courier, Sink.Type type) {
        this.world = world;
        this.courier = courier;
        this.gathers = type == Sink.Type.BUCKET;
        this.arrives = type != Sink.Type.APP_CONFIGURATION;
    }

    /** How long events are gathered, in real time. */
    Duration gathers() {
        return gathers ? Duration.ofSeconds(1) : Duration.ZERO;
    }

    /** Whether what was let in is somewhere afterwards: the sandbox has no App Configuration. */
    boolean arrives() {
        return arrives;
    }

    /** How many go at once, at most. */
    int most() {
        return gathers ? MOST_IN_OBJECT : MOST_AT_ONCE;
    }

    /** Whether so many need no gathering any more. */
    boolean isEnough(int count) {
        return count >= most();
    }

    /** Whether two events may be in one portion. */
    boolean together(Emitted one, Emitted other) {
        return !gathers || minuteOf(one).equals(minuteOf(other));
    }

    /** For how long a failure that may pass is borne before events are given up, in real time. */
    Duration patience() {
        return Duration.ofSeconds(10);
    }

    /** How long to wait between two tries, in real time. */
    Duration pause() {
        return Duration.ofMillis(100);
    }

    /** Whether another try may help, and nothing has arrived yet: a broker that is starting, say. */
    boolean mayPass(Failure failure) {
        return failure.reason() == Reason.UNAVAILABLE;
    }

    /** Delivers a portion. */
    Optional<Failure> deliver(TargetEntry target, List<Emitted> events) {
        var transactionId = UUID.randomUUID().toString();
        var key = gathers ? key(target, events.get(0)) : "";
        return courier.deliver(target, transactionId, world.clock().now(), key, events);
    }

    /** {@code <account>/<region>/<hour>/<minute>+<how many-th object of the minute>_<UUID>.log}, the minute being UTC. */
    private String key(TargetEntry target, Emitted first) {
        var of = minuteOf(first);
        objects = of.equals(minute) ? objects + 1 : 1;
        minute = of;
        return String.format(
                Locale.ROOT,
                "%s/%s/%s/%s+%02d_%s.log",
                target.accountId(),
                target.region(),
                HOUR.format(of),
                MINUTE.format(of),
                objects,
                timeOrdered(first.at()));
    }

    private static Instant minuteOf(Emitted event) {
        return event.at().truncatedTo(ChronoUnit.MINUTES);
    }

    /** A UUID of version 7: names sort by time. */
    private static UUID timeOrdered(Instant at) {
        var random = ThreadLocalRandom.current();
        var high = (at.toEpochMilli() << 16) | 0x7000 | random.nextInt(0x1000);
        var low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
