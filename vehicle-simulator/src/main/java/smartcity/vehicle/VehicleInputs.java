package smartcity.vehicle;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import smartcity.emission.DisturbanceInputs;

/// Receives the reports that change traffic: weather and incidents.
@ApplicationScoped
class VehicleInputs {
    private final DisturbanceInputs inputs;

    VehicleInputs(DisturbanceInputs inputs) {
        this.inputs = inputs;
    }

    @Incoming("weather_data")
    void receiveWeather(ConsumerRecords<String, byte[]> records) {
        inputs.receiveWeather(records);
    }

    @Incoming("emergency_data")
    void receiveReports(ConsumerRecords<String, byte[]> records) {
        inputs.receiveReports(records);
    }
}
