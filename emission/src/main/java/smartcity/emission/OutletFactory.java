package smartcity.emission;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import smartcity.chance.Seed;
import smartcity.emission.control.FaultCommands;
import smartcity.emission.fault.FaultInjector;
import smartcity.emission.fault.FaultRates;
import smartcity.emission.fault.FaultSchedule;
import smartcity.emission.kafka.AsyncSender;
import smartcity.emission.kafka.CloudEventHeaders;
import smartcity.emission.kafka.RecordFactory;
import smartcity.emission.loop.DirectOutlet;
import smartcity.emission.loop.EventOutlet;
import smartcity.emission.loop.FaultyOutlet;
import smartcity.emission.loop.RecordingOutlet;
import smartcity.emission.state.LastReports;

/// Makes the outlet by which events become records and go to the sender, from the settings.
@Singleton
class OutletFactory {
    private static final Logger LOG = Logger.getLogger(OutletFactory.class);

    private final RecordFactory records;
    private final boolean faultHeader;
    private final FaultSchedule schedule;
    private final Seed seed;
    private final FaultMeter meter;
    private final LastReports reports;

    // Seven parameters: what a bean is given, not what a caller passes.
    OutletFactory(
            EmissionConfig config,
            CityTopicsConfig topics,
            FaultConfig faults,
            FaultCommands commands,
            Seed seed,
            FaultMeter meter,
            LastReports reports) {
        this.records = new RecordFactory(
                topics::nameOf,
                config.cloudEvents() ? Optional.of(new CloudEventHeaders(config.source())) : Optional.empty(),
                faults.header());
        this.faultHeader = faults.header();
        this.schedule = commands.schedule();
        this.seed = seed;
        this.meter = meter;
        this.reports = reports;
    }

    /// Sends events as they are, or with faults if any are configured or commanded, and records them as last reports.
    EventOutlet outlet(AsyncSender sender) {
        FaultRates configured = schedule.at(Instant.MIN);
        if (!configured.none()) {
            LOG.warnf("Injecting faults=%s header=%s", configured, faultHeader);
        }
        FaultInjector injector = new FaultInjector(seed, configured, meter, records::valueOf);
        EventOutlet direct = event -> sender.send(records.recordOf(event));
        EventOutlet faulty = new FaultyOutlet(injector, schedule, record -> sender.send(records.recordOf(record)));
        return new RecordingOutlet(reports, new DirectOutlet(direct, faulty, schedule));
    }
}
