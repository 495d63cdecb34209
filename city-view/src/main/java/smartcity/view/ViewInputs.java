package smartcity.view;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import smartcity.event.EventReader;
import smartcity.view.report.ReportReader;
import smartcity.view.state.IncidentBoard;
import smartcity.view.state.RoadsideReadings;
import smartcity.view.state.VehicleTracks;

/// Receives the records of the road. Those that break the contract are counted and passed over.
@ApplicationScoped
class ViewInputs {
    private final VehicleTracks vehicles;
    private final RoadsideReadings readings;
    private final IncidentBoard incidents;
    private final ReportReader reports = new ReportReader();
    private final EventReader events = new EventReader();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong broken = new AtomicLong();

    ViewInputs(VehicleTracks vehicles, RoadsideReadings readings, IncidentBoard incidents) {
        this.vehicles = vehicles;
        this.readings = readings;
        this.incidents = incidents;
    }

    @Incoming("vehicle_data")
    void receiveVehicles(ConsumerRecords<String, byte[]> records) {
        for (ConsumerRecord<String, byte[]> record : records) {
            received.incrementAndGet();
            reports.vehicle(record.value())
                    .ifPresentOrElse(report -> vehicles.receive(report, record.value()), broken::incrementAndGet);
        }
    }

    @Incoming("traffic_data")
    void receiveCameras(ConsumerRecords<String, byte[]> records) {
        for (ConsumerRecord<String, byte[]> record : records) {
            received.incrementAndGet();
            reports.camera(record.value()).ifPresentOrElse(readings::receive, broken::incrementAndGet);
        }
    }

    @Incoming("weather_data")
    void receiveWeather(ConsumerRecords<String, byte[]> records) {
        for (ConsumerRecord<String, byte[]> record : records) {
            received.incrementAndGet();
            events.observation(record.value()).ifPresentOrElse(readings::receive, broken::incrementAndGet);
        }
    }

    @Incoming("emergency_data")
    void receiveIncidents(ConsumerRecords<String, byte[]> records) {
        for (ConsumerRecord<String, byte[]> record : records) {
            received.incrementAndGet();
            events.report(record.value()).ifPresentOrElse(incidents::receive, broken::incrementAndGet);
        }
    }

    /// Records until now.
    long received() {
        return received.get();
    }

    /// Of those, the ones that broke the contract.
    long broken() {
        return broken.get();
    }
}
