package smartcity.sink.loop;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import smartcity.sink.batch.PartitionBatch;

/// Moves a loop and its parts by single steps, for tests in other packages.
public final class LoopSteps {
    private LoopSteps() {}

    /// A clock for durations that starts now.
    ///
    /// @param nanos a counter that only goes up [ns]
    public static SteadyClock clock(Clock wall, LongSupplier nanos) {
        return new SteadyClock(wall, nanos);
    }

    public static void subscribe(SinkLoop loop) {
        loop.subscribe();
    }

    public static void turn(SinkLoop loop) {
        loop.turn();
    }

    /// Puts the record into the batch as a lane does, which must have room for it.
    public static void take(TopicDecoder decoder, ConsumerRecord<ByteBuffer, ByteBuffer> record, PartitionBatch batch) {
        if (!decoder.take(record, batch, Instant.EPOCH)) {
            throw new IllegalStateException("Failed to add offset " + record.offset() + ": the batch is full");
        }
    }
}
