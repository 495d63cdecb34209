package smartcity.emission;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.Logger;
import smartcity.chance.Seed;
import smartcity.emission.fault.Delivery;
import smartcity.emission.fault.FaultInjector;
import smartcity.emission.fault.FaultKind;
import smartcity.emission.fault.FaultRates;
import smartcity.emission.state.LastTold;
import smartcity.event.EventJson;
import smartcity.event.Topic;

/// How events become the records that leave: with which headers, and with which faults.
@Singleton
class Dispatch {
    private static final Logger LOG = Logger.getLogger(Dispatch.class);

    /// What was done to a record: `kind` or `kind;detail`, several with commas between.
    static final String FAULT_HEADER = "smartcity-fault";

    private final Optional<CloudEventHeaders> cloudEvents;
    private final boolean faultHeader;
    private final FaultRates rates;
    private final TopicsConfig names;
    private final Seed seed;
    private final MeterRegistry meters;
    private final LastTold told;
    private final EventJson json = new EventJson();

    Dispatch(
            EmissionConfig config,
            FaultConfig faults,
            TopicsConfig names,
            Seed seed,
            MeterRegistry meters,
            LastTold told) {
        this.cloudEvents =
                config.cloudEvents() ? Optional.of(new CloudEventHeaders(config.source())) : Optional.empty();
        this.faultHeader = faults.header();
        this.rates = faults.rates();
        this.names = names;
        this.seed = seed;
        this.meters = meters;
        this.told = told;
    }

    /// The headers of a record.
    Headers headersOf(Delivery delivery) {
        Headers headers = new RecordHeaders();
        cloudEvents.ifPresent(attributes -> attributes.addTo(headers, delivery.event()));
        if (faultHeader && !delivery.faults().isEmpty()) {
            headers.add(FAULT_HEADER, String.join(",", delivery.faults()).getBytes(StandardCharsets.UTF_8));
        }
        return headers;
    }

    /// Sends events as they are, or with faults if any are set; what passes is noted.
    EventLoop.Outlet outlet(FaultyOutlet.Sender sender) {
        return new TellingOutlet(told, faulty(sender));
    }

    private EventLoop.Outlet faulty(FaultyOutlet.Sender sender) {
        if (rates.none()) {
            return event -> sender.send(new Delivery(event, json.encode(event), List.of()));
        }
        LOG.warnf("Injecting faults=%s header=%s", rates, faultHeader);
        return new FaultyOutlet(new FaultInjector(seed, rates, this::count), sender);
    }

    private void count(FaultKind kind, Topic topic) {
        meters.counter("smartcity.faults", "kind", kind.word(), "topic", names.nameOf(topic))
                .increment();
    }
}
