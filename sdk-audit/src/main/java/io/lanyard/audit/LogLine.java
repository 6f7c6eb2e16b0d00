package io.lanyard.audit;

import com.google.gson.annotations.SerializedName;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/**
 * Audit: one log to be sent. The service takes no more than 32 kB of one.
 *
 * @param application the application that it is from
 * @param subsystem   the part of it
 * @param text        the log: text, or what JSON can say
 * @param severity    how much it matters: 1 debug to 6 critical; 1, if not said
 * @param timestamp   when it was written, milliseconds of UTC; when it arrives, if not said
 * @param hiResTimestamp when it was written, nanoseconds of UTC
 * @param computerName   on which machine
 * @param category       of which category
 * @param className      by which class
 * @param methodName     by which method
 * @param threadId       by which thread
 */
public record LogLine(
        @SerializedName("applicationName") String application,
        @SerializedName("subsystemName") String subsystem,
        Object text,
        Optional<Integer> severity,
        Optional<Long> timestamp,
        @SerializedName("hiResTimestamp") Optional<String> hiResTimestamp,
        @SerializedName("computerName") Optional<String> computerName,
        Optional<String> category,
        @SerializedName("className") Optional<String> className,
        @SerializedName("methodName") Optional<String> methodName,
        @SerializedName("threadId") Optional<String> threadId) {

    /** As the service counts them. */
    public enum Level {
        /** For whoever looks for an error. */
        DEBUG(1),
        /** In every detail. */
        VERBOSE(2),
        /** As things should be. */
        INFO(3),
        /** Worth a look. */
        WARNING(4),
        /** Something failed. */
        ERROR(5),
        /** Somebody must do something. */
        CRITICAL(6);

        private final int number;

        Level(int number) {
            this.number = number;
        }
    }

    /**
     * Makes a log.
     *
     * @param application the application that it is from
     * @param subsystem   the part of it
     * @param text        the log: text, or what JSON can say: maps, lists, numbers, records
     * @return a log of the moment it arrives
     */
    public static LogLine of(String application, String subsystem, Object text) {
        return new LogLine(
                application,
                subsystem,
                text,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Says how much it matters.
     *
     * @param level how much
     * @return the log with that
     */
    public LogLine at(Level level) {
        return with(
                Optional.of(level.number),
                timestamp,
                hiResTimestamp,
                computerName,
                category,
                className,
                methodName,
                threadId);
    }

    /**
     * Says when it was written.
     *
     * @param instant when; sent to the nanosecond
     * @return the log with that
     */
    public LogLine on(Instant instant) {
        return with(
                severity,
                Optional.of(instant.toEpochMilli()),
                Optional.of(nanoseconds(instant)),
                computerName,
                category,
                className,
                methodName,
                threadId);
    }

    /**
     * Says on which machine it was written.
     *
     * @param name the machine's name
     * @return the log with that
     */
    public LogLine computerName(String name) {
        return with(severity, timestamp, hiResTimestamp, Optional.of(name), category, className, methodName, threadId);
    }

    /**
     * Says of which category it is.
     *
     * @param name the category
     * @return the log with that
     */
    public LogLine category(String name) {
        return with(
                severity, timestamp, hiResTimestamp, computerName, Optional.of(name), className, methodName, threadId);
    }

    /**
     * Says where in a program it was written.
     *
     * @param className  by which class
     * @param methodName by which method
     * @param threadId   by which thread
     * @return the log with that
     */
    public LogLine by(String className, String methodName, String threadId) {
        return with(
                severity,
                timestamp,
                hiResTimestamp,
                computerName,
                category,
                Optional.of(className),
                Optional.of(methodName),
                Optional.of(threadId));
    }

    private LogLine with(
            Optional<Integer> level,
            Optional<Long> time,
            Optional<String> exactTime,
            Optional<String> computer,
            Optional<String> kind,
            Optional<String> byClass,
            Optional<String> byMethod,
            Optional<String> byThread) {
        return new LogLine(
                application, subsystem, text, level, time, exactTime, computer, kind, byClass, byMethod, byThread);
    }

    /** Since 1970; more than a long holds from the year 2262 on. */
    private static String nanoseconds(Instant instant) {
        return BigInteger.valueOf(instant.getEpochSecond())
                .multiply(BigInteger.valueOf(1_000_000_000L))
                .add(BigInteger.valueOf(instant.getNano()))
                .toString();
    }
}
