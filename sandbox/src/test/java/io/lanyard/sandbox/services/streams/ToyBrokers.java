// Room: sandbox / streams, tests. Brokers that are nothing but maps, and a sandbox that finds them.
package io.lanyard.sandbox.services.streams;

import io.lanyard.sandbox.Sandbox;
import io.lanyard.sandbox.delivery.TopicDoor.Message;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Makes toys; found like the real ones. */
public final class ToyBrokers implements BrokerMaker {
    static final Map<String, Toy> MADE = new ConcurrentHashMap<>();

    /** Found by the sandbox. */
    public ToyBrokers() {}

    @Override
    public Broker make(Gatekeeper gatekeeper) throws IOException {
        if (MADE.containsKey("no port")) {
            throw new IOException("no port is left");
        }
        var toy = new Toy(gatekeeper);
        MADE.put(gatekeeper.instance(), toy);
        return toy;
    }

    /** Starts a sandbox that has no other brokers than these. */
    static Sandbox sandbox(Path folder) throws IOException {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        var file = Files.writeString(folder.resolve("makers"), ToyBrokers.class.getName());
        thread.setContextClassLoader(new Only(file, before));
        try {
            return Sandbox.start();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static final class Only extends ClassLoader {
        private final Path makers;

        Only(Path makers, ClassLoader parent) {
            super(parent);
            this.makers = makers;
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.equals("META-INF/services/" + BrokerMaker.class.getName())
                    ? Collections.enumeration(List.of(url()))
                    : super.getResources(name);
        }

        private URL url() throws MalformedURLException {
            return makers.toUri().toURL();
        }
    }

    /** A broker whose topics are lists. */
    static final class Toy implements Broker {
        final Gatekeeper gatekeeper;
        final Map<String, List<Message>> records = new TreeMap<>();
        final ToyGroups groups = new ToyGroups();
        final ToyRates rates = new ToyRates();
        volatile boolean closed;

        Toy(Gatekeeper gatekeeper) {
            this.gatekeeper = gatekeeper;
        }

        @Override
        public int port() {
            return 9093;
        }

        @Override
        public void start() throws BrokerException {
            if (MADE.containsKey("no start")) {
                throw new BrokerException(-1, "the toy is broken");
            }
        }

        @Override
        public void append(String topic, List<Message> messages) throws BrokerException {
            if (topic.equals("slow")) {
                throw new BrokerException(7, "The broker didn't answer.");
            }
            records(topic).addAll(messages);
        }

        private List<Message> records(String topic) throws BrokerException {
            var found = records.get(topic);
            if (found == null) {
                throw new BrokerException(BrokerException.NO_SUCH_TOPIC, "no topic " + topic);
            }
            return found;
        }

        @Override
        public List<Topic> topics() {
            return records.keySet().stream().map(Toy::topicOf).toList();
        }

        private static Topic topicOf(String name) {
            return new Topic(name, 2, 1, Map.of("retention.ms", "1", "cleanup.policy", "delete"));
        }

        @Override
        public Optional<Topic> topic(String name) {
            return Optional.of(name).filter(records::containsKey).map(Toy::topicOf);
        }

        @Override
        public void create(String name, int partitions, Map<String, String> configs) throws BrokerException {
            if (records.putIfAbsent(name, new ArrayList<>()) != null) {
                throw new BrokerException(36, "Topic '" + name + "' already exists.");
            }
        }

        @Override
        public void delete(String name) {
            records.remove(name);
        }

        @Override
        public void configure(String name, Map<String, String> set, Set<String> reset) throws BrokerException {
            records(name).add(new Message(Map.of(), "set " + set + ", reset " + reset));
        }

        @Override
        public void grow(String name, int partitions) throws BrokerException {
            records(name).add(new Message(Map.of(), "partitions " + partitions));
        }

        @Override
        public void deleteRecords(String name, Map<Integer, Long> before) throws BrokerException {
            records(name).add(new Message(Map.of(), "delete " + before));
        }

        @Override
        public Place write(String topic, Entry entry) throws BrokerException {
            var value = new String(entry.value().orElseThrow(), StandardCharsets.UTF_8);
            var key = entry.key().map(bytes -> new String(bytes, StandardCharsets.UTF_8));
            records(topic).add(new Message(Map.of("key", key.orElse("none")), value));
            return new Place(0, records(topic).size() - 1L, 1);
        }

        @Override
        public ConsumerGroups groups() {
            return groups;
        }

        @Override
        public ByteRates rates() {
            return rates;
        }

        @Override
        public String clusterId() {
            return "toys";
        }

        @Override
        public Map<String, Setting> settings() {
            return Map.of(
                    "num.io.threads", new Setting(Optional.of("2"), false, "STATIC_BROKER_CONFIG"),
                    "password", new Setting(Optional.empty(), true, "STATIC_BROKER_CONFIG"),
                    "unset", new Setting(Optional.empty(), false, "DEFAULT_CONFIG"));
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** One group, which has read the first of two records of topic t. */
    static final class ToyGroups implements ConsumerGroups {
        final Map<String, Group> all = new TreeMap<>();

        ToyGroups() {
            var place = new Offset("t", 0, 1, 2);
            all.put("g", new Group("g", "Stable", List.of(new Member("m", "c", "h", List.of(place))), List.of(place)));
        }

        @Override
        public List<String> ids() {
            return List.copyOf(all.keySet());
        }

        @Override
        public Optional<Group> find(String id) {
            return Optional.ofNullable(all.get(id));
        }

        @Override
        public void delete(String id) {
            all.remove(id);
        }

        @Override
        public List<Offset> moved(Group group, Optional<String> topic, Position to) {
            long offset = to instanceof Position.Earliest ? 0 : 2;
            return group.offsets().stream()
                    .filter(place -> topic.isEmpty() || topic.get().equals(place.topic()))
                    .map(place -> new Offset(place.topic(), place.partition(), offset, place.end()))
                    .toList();
        }

        @Override
        public void move(String id, List<Offset> to) {
            all.computeIfPresent(id, (same, group) -> new Group(id, "Empty", List.of(), to));
        }
    }

    /** Rates in a map. */
    static final class ToyRates implements ByteRates {
        private final Map<String, Rate> all = new TreeMap<>();

        @Override
        public Map<String, Rate> all() {
            return all;
        }

        @Override
        public void set(String entity, Rate rate) {
            all.put(entity, rate);
        }

        @Override
        public void remove(String entity) {
            all.remove(entity);
        }
    }
}
