package smartcity.emission;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jboss.logging.Logger;
import smartcity.chance.Seed;
import smartcity.emission.control.FaultCommands;
import smartcity.emission.fault.FaultInjector;
import smartcity.emission.fault.FaultRates;
import smartcity.emission.fault.FaultSchedule;
import smartcity.emission.fault.OutgoingRecord;
import smartcity.emission.state.LastReports;
import smartcity.event.EventJson;

/// How events become the records that leave: with which headers, and with which faults.
@Singleton
class RecordFactory {
    private static final Logger LOG = Logger.getLogger(RecordFactory.class);

    /// What was done to a record: `kind` or `kind;detail`, several with commas between.
    static final String FAULT_HEADER = "smartcity-fault";

    private final Optional<CloudEventHeaders> cloudEvents;
    private final boolean faultHeader;
    private final FaultSchedule schedule;
    private final Seed seed;
    private final FaultMeter meter;
    private final LastReports told;
    private final EventJson json = new EventJson();

    // Six parameters: what a bean is given, not what a caller passes.
    RecordFactory(
            EmissionConfig config,
            FaultConfig faults,
            FaultCommands orders,
            Seed seed,
            FaultMeter meter,
            LastReports told) {
        this.cloudEvents =
                config.cloudEvents() ? Optional.of(new CloudEventHeaders(config.source())) : Optional.empty();
        this.faultHeader = faults.header();
        this.schedule = orders.schedule();
        this.seed = seed;
        this.meter = meter;
        this.told = told;
    }

    /// The headers of a record.
    Headers headersOf(OutgoingRecord delivery) {
        Headers headers = new RecordHeaders();
        cloudEvents.ifPresent(attributes -> attributes.addTo(headers, delivery.event()));
        if (faultHeader && !delivery.faults().isEmpty()) {
            headers.add(FAULT_HEADER, String.join(",", delivery.faults()).getBytes(StandardCharsets.UTF_8));
        }
        return headers;
    }

    /// Sends events as they are, or with faults if any are set or ordered; what passes is noted.
    EventLoop.Outlet outlet(FaultyOutlet.Sender sender) {
        return new RecordingOutlet(told, faulty(sender));
    }

    private EventLoop.Outlet faulty(FaultyOutlet.Sender sender) {
        FaultRates configured = schedule.at(Instant.MIN);
        if (!configured.none()) {
            LOG.warnf("Injecting faults=%s header=%s", configured, faultHeader);
        }
        FaultInjector injector = new FaultInjector(seed, configured, meter);
        EventLoop.Outlet sound = event -> sender.send(new OutgoingRecord(event, json.encode(event), List.of()));
        return new DirectOutlet(sound, new FaultyOutlet(injector, schedule, sender), schedule);
    }
}
