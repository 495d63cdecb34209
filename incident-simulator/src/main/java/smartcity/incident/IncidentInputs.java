package smartcity.incident;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import smartcity.emission.DisturbanceInputs;

/// Receives the weather reports on which the frequency of accidents depends.
@ApplicationScoped
class IncidentInputs {
    private final DisturbanceInputs inputs;

    IncidentInputs(DisturbanceInputs inputs) {
        this.inputs = inputs;
    }

    @Incoming("weather_data")
    void receiveWeather(ConsumerRecords<String, byte[]> records) {
        inputs.receiveWeather(records);
    }
}
