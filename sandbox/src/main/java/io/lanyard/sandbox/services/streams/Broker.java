// Room: sandbox / streams.
package io.lanyard.sandbox.services.streams;

import io.lanyard.sandbox.delivery.TopicDoor.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The broker of one instance. What the methods do, they do as the service itself: nobody is asked whether it may. */
public interface Broker {
    /** Ours: each partition is files that stay open, and the broker shares the sandbox's process. IBM's limit is the same. */
    int MOST_PARTITIONS = 1_000;

    /** Says why there can't be so many partitions. */
    static String tooManyPartitions(long wanted) {
        return "A topic has no more than " + MOST_PARTITIONS + " partitions, not " + wanted + ".";
    }

    /** Tells whether a topic is the broker's own, which nobody but the broker writes to or changes. */
    static boolean owns(String topic) {
        return topic.startsWith("__");
    }

    /** Returns the port on loopback where clients connect. */
    int port();

    /**
     * Starts it, and returns when it serves.
     *
     * @throws BrokerException when it can't
     */
    void start() throws BrokerException;

    /**
     * Appends records to a topic and returns once they are stored.
     *
     * @throws BrokerException when not all of them are; it says how many
     */
    void append(String topic, List<Message> messages) throws BrokerException;

    /** Returns the topics that users made. */
    List<Topic> topics() throws BrokerException;

    /** Returns one topic. */
    Optional<Topic> topic(String name) throws BrokerException;

    /**
     * Makes a topic.
     *
     * @param configs as Kafka names them, such as {@code retention.ms}
     */
    void create(String name, int partitions, Map<String, String> configs) throws BrokerException;

    /** Deletes a topic. */
    void delete(String name) throws BrokerException;

    /** Changes what a topic is set to; the others of these go back to their defaults. */
    void configure(String name, Map<String, String> set, Set<String> reset) throws BrokerException;

    /** Adds partitions, so that there are so many. */
    void grow(String name, int partitions) throws BrokerException;

    /** Deletes the records before an offset, by partition; -1 deletes all of them. */
    void deleteRecords(String name, Map<Integer, Long> before) throws BrokerException;

    /**
     * Writes one record.
     *
     * @return where it is
     */
    Place write(String topic, Entry entry) throws BrokerException;

    /** Returns the consumer groups. */
    ConsumerGroups groups() throws BrokerException;

    /** Returns the quotas. */
    ByteRates rates() throws BrokerException;

    /** Returns the id of the cluster that it is the only broker of. */
    String clusterId() throws BrokerException;

    /** Returns what it is set to, by Kafka's names. */
    Map<String, Setting> settings() throws BrokerException;

    /** Stops it, if it was started, and deletes its files. */
    void close();

    /**
     * A record to be written.
     *
     * @param key its key, when it has one
     * @param value its value; none deletes what has the key in a compacted topic
     * @param headers names and values, in order
     */
    record Entry(Optional<byte[]> key, Optional<byte[]> value, List<Map.Entry<String, byte[]>> headers) {}

    /**
     * Where a record was written.
     *
     * @param partition the partition
     * @param offset its number there
     * @param timestamp its time in milliseconds
     */
    record Place(int partition, long offset, long timestamp) {}

    /**
     * What a broker is set to in one respect.
     *
     * @param value its value; none when it is a secret, or unset
     * @param sensitive whether it is a secret
     * @param source where it comes from, by Kafka's names, such as {@code DEFAULT_CONFIG}
     */
    record Setting(Optional<String> value, boolean sensitive, String source) {}

    /**
     * A topic.
     *
     * @param name its name
     * @param partitions how many it has
     * @param replicas how many copies of each there are
     * @param configs what it is set to, by Kafka's names
     */
    record Topic(String name, int partitions, int replicas, Map<String, String> configs) {}
}
