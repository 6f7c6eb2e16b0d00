// Room: sandbox-eventstreams.
package io.lanyard.sandbox.eventstreams;

import io.lanyard.sandbox.services.streams.BrokerException;
import io.lanyard.sandbox.services.streams.ConsumerGroups;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.Errors;
import org.jspecify.annotations.Nullable;

/** Consumer groups, as the administrator of the service itself sees them. */
final class Groups implements ConsumerGroups {
    private static final Comparator<Offset> BY_PLACE =
            Comparator.comparing(Offset::topic).thenComparing(Offset::partition);

    private final Admin admin;

    Groups(Admin admin) {
        this.admin = admin;
    }

    @Override
    public List<String> ids() throws BrokerException {
        return Waiting.on(admin.listGroups().all()).stream()
                .map(GroupListing::groupId)
                .sorted()
                .toList();
    }

    @Override
    public Optional<Group> find(String id) throws BrokerException {
        try {
            var found =
                    Waiting.on(admin.describeConsumerGroups(List.of(id)).all()).get(id);
            return found == null || found.groupState() == GroupState.DEAD
                    ? Optional.empty()
                    : Optional.of(group(found));
        } catch (BrokerException failed) {
            if (failed.code() == Errors.GROUP_ID_NOT_FOUND.code()) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    private Group group(ConsumerGroupDescription found) throws BrokerException {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        Waiting.on(admin.listConsumerGroupOffsets(found.groupId()).partitionsToOffsetAndMetadata())
                .forEach((place, offset) -> {
                    if (offset != null) {
                        committed.put(place, offset);
                    }
                });
        var ends = offsets(committed.keySet(), OffsetSpec.latest());
        return new Group(
                found.groupId(),
                found.groupState().toString(),
                found.members().stream().map(Groups::member).toList(),
                committed.entrySet().stream()
                        .map(one -> offset(one.getKey(), one.getValue().offset(), end(ends.get(one.getKey()))))
                        .sorted(BY_PLACE)
                        .toList());
    }

    private static Member member(MemberDescription member) {
        return new Member(
                member.consumerId(),
                member.clientId(),
                member.host(),
                member.assignment().topicPartitions().stream()
                        .map(place -> offset(place, 0, 0))
                        .sorted(BY_PLACE)
                        .toList());
    }

    private static Offset offset(TopicPartition place, long current, long end) {
        return new Offset(place.topic(), place.partition(), current, end);
    }

    private static long end(@Nullable ListOffsetsResultInfo info) {
        return info == null ? 0 : info.offset();
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(Collection<TopicPartition> places, OffsetSpec which)
            throws BrokerException {
        return places.isEmpty()
                ? Map.of()
                : Waiting.on(
                        admin.listOffsets(places.stream().collect(Collectors.toMap(place -> place, place -> which)))
                                .all());
    }

    @Override
    public void delete(String id) throws BrokerException {
        Waiting.on(admin.deleteConsumerGroups(List.of(id)).all());
    }

    @Override
    public List<Offset> moved(Group group, Optional<String> topic, Position to) throws BrokerException {
        Map<TopicPartition, Offset> places = group.offsets().stream()
                .filter(offset -> topic.isEmpty() || topic.get().equals(offset.topic()))
                .collect(Collectors.toMap(
                        place -> new TopicPartition(place.topic(), place.partition()), place -> place));
        var found = offsets(places.keySet(), which(to));
        return places.entrySet().stream()
                .map(one -> {
                    var info = found.get(one.getKey());
                    long end = one.getValue().end();
                    // nothing as late as that: behind the last record
                    return offset(one.getKey(), info == null || info.offset() < 0 ? end : info.offset(), end);
                })
                .sorted(BY_PLACE)
                .toList();
    }

    private static OffsetSpec which(Position to) {
        if (to instanceof Position.Since since) {
            return OffsetSpec.forTimestamp(since.time().toEpochMilli());
        }
        return to instanceof Position.Earliest ? OffsetSpec.earliest() : OffsetSpec.latest();
    }

    @Override
    public void move(String id, List<Offset> to) throws BrokerException {
        if (!to.isEmpty()) {
            Waiting.on(admin.alterConsumerGroupOffsets(
                            id,
                            to.stream()
                                    .collect(Collectors.toMap(
                                            place -> new TopicPartition(place.topic(), place.partition()),
                                            place -> new OffsetAndMetadata(place.current()))))
                    .all());
        }
    }
}
