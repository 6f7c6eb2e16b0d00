// Room: sandbox / streams.
package io.lanyard.sandbox.services.streams;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lanyard.sandbox.delivery.DeliveryException;
import io.lanyard.sandbox.delivery.DeliveryException.Reason;
import io.lanyard.sandbox.delivery.TopicDoor;
import io.lanyard.sandbox.kernel.Call;
import io.lanyard.sandbox.kernel.Problem;
import io.lanyard.sandbox.kernel.Refusal;
import io.lanyard.sandbox.kernel.ServiceCall;
import io.lanyard.sandbox.kernel.Target;
import io.lanyard.sandbox.services.Surroundings;
import io.lanyard.sandbox.services.resources.InstanceListener;
import io.lanyard.sandbox.services.resources.ResourcePart;
import io.lanyard.sandbox.services.resources.ServiceInstance;
import io.lanyard.sandbox.state.Account;
import io.lanyard.sandbox.state.World;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * The instances of Event Streams of a server. Each has a broker of its own, which begins with the instance and ends with it; the
 * artifact with the brokers may be missing, and then there are instances without.
 */
public final class EventStreams implements InstanceListener, TopicDoor {
    /** The service's name in policies and CRNs. */
    public static final String SERVICE = "messagehub";

    static final String CLUSTER_READ = "messagehub.cluster.read";
    static final String TOPIC_READ = "messagehub.topic.read";
    static final String TOPIC_WRITE = "messagehub.topic.write";
    static final String NO_BROKERS =
            "This sandbox has no brokers for Event Streams: add io.lanyard:lanyard-sandbox-eventstreams to its class path.";

    private final Surroundings with;

    /** Looks where the classes are of who starts the sandbox, but not before the first instance. */
    private final ServiceLoader<BrokerMaker> makers = ServiceLoader.load(BrokerMaker.class);

    private final Map<String, RunningBroker> brokers = new ConcurrentHashMap<>();
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors());

    /** Knows none yet. */
    public EventStreams(Surroundings with) {
        this.with = with;
    }

    /** Finds an instance, be it deleted. */
    static Optional<ServiceInstance> instance(Account account, String guidOrCrn) {
        return ResourcePart.of(account)
                .instance(guidOrCrn)
                .filter(found -> found.plan().service().equals(SERVICE));
    }

    @Override
    public void made(ServiceInstance instance) {
        Account account = with.directory().account(instance.accountId()).orElseThrow();
        maker().flatMap(maker -> account.world().whileOpen(() -> begin(maker, account, instance.guid())))
                .ifPresent(trouble -> ResourcePart.of(account).provisioned(instance.guid(), Optional.of(trouble)));
    }

    /** Returns why there can be no broker. */
    private Optional<String> begin(BrokerMaker maker, Account account, String guid) {
        try {
            var running = new RunningBroker(maker.make(new Gatekeeper(with, account, guid)), RunningBroker.PATIENCE);
            brokers.put(guid, running);
            account.world().onClose(() -> {
                endAllOf(account.world());
                running.awaitEnd(); // also when the instance went a moment ago
            });
            ResourcePart.of(account).provisioning(guid);
            running.start(guid, turns, trouble -> ResourcePart.of(account).provisioned(guid, trouble));
            return Optional.empty();
        } catch (IOException noPort) {
            return Optional.of("No port for its broker: " + noPort);
        }
    }

    @Override
    public void removed(ServiceInstance instance) {
        end(instance.guid());
    }

    /** All begin to end before one is waited for: each takes a second. */
    private void endAllOf(World world) {
        brokers.keySet().stream()
                .filter(guid -> with.directory()
                        .homeOf(guid)
                        .filter(home -> home.world() == world)
                        .isPresent())
                .toList()
                .forEach(this::end);
    }

    private void end(String guid) {
        Optional.ofNullable(brokers.remove(guid)).ifPresent(RunningBroker::end);
    }

    private Optional<BrokerMaker> maker() {
        synchronized (makers) {
            return makers.findFirst();
        }
    }

    @Override
    public JsonObject connection(Call call, ServiceInstance instance) {
        var running = Optional.ofNullable(brokers.get(instance.guid()))
                .orElseThrow(() -> Refusal.of(Problem.CONFLICT, NO_BROKERS).status(501));
        String broker = "127.0.0.1:" + running.port();
        String admin = call.request().origin() + "/eventstreams/" + instance.guid();
        var servers = new JsonArray();
        servers.add(broker);
        var json = new JsonObject();
        json.addProperty("instance_id", instance.guid());
        json.add("kafka_brokers_sasl", servers);
        json.addProperty("bootstrap_endpoints", broker);
        json.addProperty("kafka_admin_url", admin);
        json.addProperty("kafka_http_url", admin);
        json.addProperty("user", Gatekeeper.USER);
        return json;
    }

    /** Returns the broker of an instance once it serves; waits for that a while. */
    Broker broker(String guid) throws BrokerException {
        var running = brokers.get(guid);
        if (running == null) {
            throw new BrokerException(-1, NO_BROKERS);
        }
        return running.ready();
    }

    @Override
    public void send(ServiceCall call, String instanceCrn, String topic, List<Message> messages)
            throws DeliveryException {
        String guid = ResourcePart.guidOf(instanceCrn);
        Account account = with.directory().homeOf(guid).orElseThrow(() -> nowhere(instanceCrn));
        ServiceInstance instance =
                instance(account, instanceCrn).filter(ServiceInstance::isThere).orElseThrow(() -> nowhere(instanceCrn));
        demand(call, CLUSTER_READ, Resource.CLUSTER.in(account, instance));
        demand(call, TOPIC_WRITE, Resource.topic(topic).in(account, instance));
        try {
            readyFor(guid).append(topic, messages);
        } catch (BrokerException broken) {
            throw new DeliveryException(reason(broken.code()), String.valueOf(broken.getMessage()), broken.stored());
        }
    }

    /** Only here nothing was handed over yet, so that another try is no second delivery. */
    private Broker readyFor(String guid) throws DeliveryException {
        try {
            return broker(guid);
        } catch (BrokerException notThere) {
            throw new DeliveryException(Reason.UNAVAILABLE, String.valueOf(notThere.getMessage()));
        }
    }

    private static Reason reason(int code) {
        return switch (code) {
            case BrokerException.NO_SUCH_TOPIC -> Reason.NO_SUCH_PLACE;
            case BrokerException.TIMED_OUT, BrokerException.DISCONNECTED, -1 -> Reason.UNANSWERED;
            default -> Reason.REJECTED;
        };
    }

    private static DeliveryException nowhere(String instanceCrn) {
        return new DeliveryException(
                Reason.NO_SUCH_PLACE, "There is no Event Streams instance " + instanceCrn + ", or it is deleted.");
    }

    private void demand(ServiceCall call, String action, Target target) throws DeliveryException {
        var denial =
                call.denial(action, target, "there is no authorization for it, or it names another role or place.");
        if (denial.isPresent()) {
            throw new DeliveryException(
                    Reason.DENIED,
                    call.caller().name() + " may not " + action + " on "
                            + target.crn().orElse(SERVICE) + ": " + denial.get());
        }
    }
}
