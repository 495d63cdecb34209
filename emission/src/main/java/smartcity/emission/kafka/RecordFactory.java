package smartcity.emission.kafka;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import smartcity.emission.fault.OutgoingRecord;
import smartcity.event.CityTopic;
import smartcity.event.Event;
import smartcity.event.EventJson;

/// Makes the record of an event whole, before it is sent: topic, timestamp, key, value and headers. For one thread.
public final class RecordFactory {
    /// The faults of a record: `kind` or `kind;detail`, several with commas between.
    static final String FAULT_HEADER = "smartcity-fault";

    private final Map<CityTopic, String> topicNames = new EnumMap<>(CityTopic.class);
    private final Optional<CloudEventHeaders> cloudEvents;
    private final boolean faultHeader;
    private final EventJson json = new EventJson();

    /// @param topicNames names of the topics in Kafka
    /// @param cloudEvents the headers of CloudEvents; empty for records without them
    /// @param faultHeader whether records carry the header of their faults
    public RecordFactory(
            Function<CityTopic, String> topicNames, Optional<CloudEventHeaders> cloudEvents, boolean faultHeader) {
        for (CityTopic topic : CityTopic.values()) {
            this.topicNames.put(topic, topicNames.apply(topic));
        }
        this.cloudEvents = cloudEvents;
        this.faultHeader = faultHeader;
    }

    /// The value of an event without faults: UTF-8 encoded JSON.
    public byte[] valueOf(Event event) {
        return json.encode(event);
    }

    /// The record of an event without faults.
    public ProducerRecord<String, byte[]> recordOf(Event event) {
        return record(event, valueOf(event), List.of());
    }

    /// The record of an event that may have faults.
    public ProducerRecord<String, byte[]> recordOf(OutgoingRecord outgoing) {
        return record(outgoing.event(), outgoing.value(), outgoing.faults());
    }

    private ProducerRecord<String, byte[]> record(Event event, byte[] value, List<String> faults) {
        String topic = Objects.requireNonNull(topicNames.get(event.topic())); // the constructor put all topics
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, null, event.timestamp().toEpochMilli(), event.deviceId(), value);
        if (cloudEvents.isPresent()) {
            cloudEvents.get().addTo(record.headers(), event);
        }
        if (faultHeader && !faults.isEmpty()) {
            record.headers().add(FAULT_HEADER, String.join(",", faults).getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }
}
