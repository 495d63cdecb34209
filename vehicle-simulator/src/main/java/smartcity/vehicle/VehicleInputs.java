package smartcity.vehicle;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import smartcity.emission.coupling.DisturbanceInputs;

/// The channels of the two topics that drivers feel.
@ApplicationScoped
class VehicleInputs {
    private final DisturbanceInputs inputs;

    VehicleInputs(DisturbanceInputs inputs) {
        this.inputs = inputs;
    }

    @Incoming("weather_data")
    void hearWeather(ConsumerRecords<String, byte[]> records) {
        inputs.hearWeather(records);
    }

    @Incoming("emergency_data")
    void hearReports(ConsumerRecords<String, byte[]> records) {
        inputs.hearReports(records);
    }
}
