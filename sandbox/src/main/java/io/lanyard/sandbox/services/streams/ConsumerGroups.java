// Room: sandbox / streams.
package io.lanyard.sandbox.services.streams;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The consumer groups of a broker. */
public interface ConsumerGroups {
    /** Returns the ids of all. */
    List<String> ids() throws BrokerException;

    /** Returns one. */
    Optional<Group> find(String id) throws BrokerException;

    /** Deletes one that has no members. */
    void delete(String id) throws BrokerException;

    /** Says where a group would stand after a move: its topics, or the one that is named. */
    List<Offset> moved(Group group, Optional<String> topic, Position to) throws BrokerException;

    /** Lets a group go on there; it must have no members. */
    void move(String id, List<Offset> to) throws BrokerException;

    /** Where to. */
    sealed interface Position {
        /** The first record there is. */
        record Earliest() implements Position {}

        /** Behind the last record. */
        record Latest() implements Position {}

        /**
         * The first record of that time or later.
         *
         * @param time the time
         */
        record Since(Instant time) implements Position {}
    }

    /**
     * A group.
     *
     * @param id its id
     * @param state as Kafka names it, such as {@code Stable}
     * @param members who is in it
     * @param offsets how far it has come
     */
    record Group(String id, String state, List<Member> members, List<Offset> offsets) {}

    /**
     * A member.
     *
     * @param consumerId its id in the group
     * @param clientId what the program calls itself
     * @param host where it is
     * @param assignments what it reads; the offsets of these are 0
     */
    record Member(String consumerId, String clientId, String host, List<Offset> assignments) {}

    /**
     * A partition, and how far somebody has come.
     *
     * @param topic the topic
     * @param partition its number
     * @param current the next record to read
     * @param end the number of the next record to be written
     */
    record Offset(String topic, int partition, long current, long end) {}
}
