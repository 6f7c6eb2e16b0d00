// Room: sandbox / registry.
package io.lanyard.sandbox.services.registry;

import io.lanyard.sandbox.state.Account;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** What the registry keeps of one account: its settings and its pull traffic, per region. */
public final class RegistryAccount {
    /** Where old accounts start without enforcement; the sandbox's other region always enforces, as newer regions do. */
    private static final String OLD_REGION = "us-south";

    private record Month(String region, YearMonth month) {}

    private final Account account;
    private final Map<String, RegionSettings> settings = new ConcurrentHashMap<>();
    private final Map<Month, Long> traffic = new ConcurrentHashMap<>();

    private RegistryAccount(Account account) {
        this.account = account;
    }

    /** Returns that of an account. */
    public static RegistryAccount of(Account account) {
        return account.part(RegistryAccount.class, RegistryAccount::new);
    }

    private RegionSettings initial(String region) {
        return RegionSettings.initial(!(account.old() && region.equals(OLD_REGION)));
    }

    /** Returns the settings in a region. */
    public RegionSettings in(String region) {
        return settings.computeIfAbsent(region, this::initial);
    }

    /** Changes the settings in a region. */
    public void change(String region, UnaryOperator<RegionSettings> change) {
        settings.compute(region, (r, before) -> change.apply(before == null ? initial(r) : before));
    }

    /** Counts bytes that were pulled. */
    public void pulled(String region, long bytes, Instant now) {
        traffic.merge(month(region, now), bytes, Long::sum);
    }

    /** Returns the bytes that were pulled this month. */
    public long traffic(String region, Instant now) {
        return traffic.getOrDefault(month(region, now), 0L);
    }

    private static Month month(String region, Instant now) {
        return new Month(region, YearMonth.from(now.atOffset(ZoneOffset.UTC)));
    }
}
