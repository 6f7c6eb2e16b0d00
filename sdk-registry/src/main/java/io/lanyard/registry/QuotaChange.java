package io.lanyard.registry;

import org.jspecify.annotations.Nullable;

/** Registry: what to change about a quota; what isn't named stays as it is. */
@SuppressWarnings("unused") // fields that only Gson reads
public final class QuotaChange {

    private @Nullable Long storageMegabytes;
    private @Nullable Long trafficMegabytes;

    QuotaChange() {}

    /**
     * Limits what is stored.
     *
     * @param megabytes the limit in MB; -1 is unlimited, which needs the standard plan
     * @return this
     */
    public QuotaChange storageMegabytes(long megabytes) {
        storageMegabytes = megabytes;
        return this;
    }

    /**
     * Limits what is pulled over the public network in a month.
     *
     * @param megabytes the limit in MB; -1 is unlimited, which needs the standard plan
     * @return this
     */
    public QuotaChange trafficMegabytes(long megabytes) {
        trafficMegabytes = megabytes;
        return this;
    }
}
