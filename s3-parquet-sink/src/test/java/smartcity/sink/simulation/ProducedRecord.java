package smartcity.sink.simulation;

import java.nio.ByteBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// A record and its place.
///
/// @param log of one incarnation of its topic
/// @param epoch of the leader that took it
record ProducedRecord(SimRecord record, PartitionLog log, long offset, int epoch) {
    ConsumerRecord<ByteBuffer, ByteBuffer> consumed() {
        return record.at(log.partition, offset, epoch);
    }

    @Override
    public String toString() {
        return SimRecord.name(record.id()) + " at offset " + offset;
    }
}
