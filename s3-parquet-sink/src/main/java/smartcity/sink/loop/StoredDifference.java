package smartcity.sink.loop;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import smartcity.sink.batch.ObjectCount;
import smartcity.sink.file.RecordChecksum;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.StoredMetadata;

/// Compares an object that is to be stored with the one that is there already under its name.
final class StoredDifference {
    private StoredDifference() {}

    /// What differs; empty when both are the same. A label that one of them lacks is not compared: versions of the sink
    /// differ in them.
    ///
    /// @param replay whether the object is made again from Kafka, which may have deleted some of its records since
    static Optional<String> between(NewObject object, StoredMetadata before, boolean replay) {
        for (Map.Entry<String, String> label : object.labels().entrySet()) {
            boolean otherRows = !before.records().equals(OptionalLong.of(object.records()))
                    && RecordChecksum.isLabel(label.getKey());
            if (ObjectCount.isLabel(label.getKey()) || otherRows) {
                continue; // fewer when Kafka has deleted records of the range since
            }
            String there = before.labels().get(label.getKey());
            if (there != null && !there.equals(label.getValue())) {
                return Optional.of(
                        "it is there with " + label.getKey() + " " + there + " but must have " + label.getValue());
            }
        }
        OptionalLong records = before.records();
        if (records.isPresent()
                && (replay ? records.getAsLong() >= object.records() : records.getAsLong() == object.records())) {
            return Optional.empty();
        }
        String found = records.isPresent() ? records.getAsLong() + " records" : "an unknown number of records";
        return Optional.of("it is there with " + found + " but must have " + object.records());
    }
}
