// Room: sandbox / kernel.
package io.lanyard.sandbox.kernel;

import java.util.List;

/**
 * How strict a kernel is, and who watches it.
 *
 * @param lenient whether unknown fields and parameters pass in silence, as IBM Cloud lets them
 * @param enforcing whether a denial denies; otherwise it is recorded only, and each answer says so in a header
 * @param jsonLimit the largest JSON or form body in bytes
 * @param observers those who see every exchange
 */
public record KernelSettings(boolean lenient, boolean enforcing, int jsonLimit, List<ExchangeObserver> observers) {
    /** Strict, enforcing, one MiB, nobody watching. */
    public static final KernelSettings STRICT = new KernelSettings(false, true, 1 << 20, List.of());
}
