// Room: sandbox-eventstreams.
package io.lanyard.sandbox.eventstreams;

import io.lanyard.sandbox.services.streams.BrokerException;
import io.lanyard.sandbox.services.streams.ByteRates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.apache.kafka.common.quota.ClientQuotaFilterComponent;
import org.jspecify.annotations.Nullable;

/** Kafka's quotas of users, which are IAM ids here. */
final class Rates implements ByteRates {
    private static final String PRODUCER = "producer_byte_rate";
    private static final String CONSUMER = "consumer_byte_rate";

    private final Admin admin;

    Rates(Admin admin) {
        this.admin = admin;
    }

    @Override
    public Map<String, Rate> all() throws BrokerException {
        var users = ClientQuotaFilter.containsOnly(
                List.of(ClientQuotaFilterComponent.ofEntityType(ClientQuotaEntity.USER)));
        Map<String, Rate> all = new HashMap<>();
        Waiting.on(admin.describeClientQuotas(users).entities())
                .forEach((entity, values) -> all.put(
                        Optional.ofNullable(entity.entries().get(ClientQuotaEntity.USER))
                                .orElse(DEFAULT),
                        new Rate(whole(values.get(PRODUCER)), whole(values.get(CONSUMER)))));
        return all;
    }

    private static Optional<Long> whole(@Nullable Double rate) {
        return Optional.ofNullable(rate).map(Double::longValue);
    }

    @Override
    public void set(String entity, Rate rate) throws BrokerException {
        alter(
                entity,
                Stream.of(
                                rate.producer()
                                        .map(value -> new ClientQuotaAlteration.Op(PRODUCER, value.doubleValue())),
                                rate.consumer()
                                        .map(value -> new ClientQuotaAlteration.Op(CONSUMER, value.doubleValue())))
                        .flatMap(Optional::stream)
                        .toList());
    }

    @Override
    public void remove(String entity) throws BrokerException {
        alter(
                entity,
                List.of(new ClientQuotaAlteration.Op(PRODUCER, null), new ClientQuotaAlteration.Op(CONSUMER, null)));
    }

    private void alter(String entity, List<ClientQuotaAlteration.Op> changes) throws BrokerException {
        Map<String, @Nullable String> user = new HashMap<>();
        user.put(ClientQuotaEntity.USER, entity.equals(DEFAULT) ? null : entity);
        Waiting.on(admin.alterClientQuotas(List.of(new ClientQuotaAlteration(new ClientQuotaEntity(user), changes)))
                .all());
    }
}
