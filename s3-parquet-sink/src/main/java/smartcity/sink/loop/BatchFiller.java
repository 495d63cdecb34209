package smartcity.sink.loop;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import smartcity.sink.batch.CutCause;
import smartcity.sink.batch.PartitionBatch;
import smartcity.sink.cut.Cut;
import smartcity.sink.cut.CutEpochs;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.file.FileFormat;
import smartcity.sink.file.RecordOrigin;
import smartcity.sink.identity.TopicIdentity;
import smartcity.sink.kafka.LeaderEpochs;
import smartcity.sink.kafka.LogPosition;
import smartcity.sink.topic.LandedTopic;

/// Fills the batches of one partition in the order of offsets, and begins their landings. For the loop's thread.
// Over 200 lines: what becomes of each kind of record is decided in one place.
final class BatchFiller {
    /// After how many records the memory they took is counted [chosen: too few to matter in between; a power of two].
    private static final int COUNTED_AFTER = 256;

    private final TopicPartition partition;
    private final TopicDecoder decoder;
    private final FileFormat files;
    private final BatchMemory room;
    private final LandedTopic landed;
    private final TopicIdentity topic;
    private final RecordOrigin origin;
    private final LeaderEpochs epochs;
    private PartitionBatch open;
    private LogPosition start;
    private List<ConsumerRecord<ByteBuffer, ByteBuffer>> waiting = List.of();
    private final boolean declared;
    private @Nullable Cut replay;
    private @Nullable String divergence;
    private @Nullable LogPosition unproven;
    private @Nullable UnreadableRecordException unreadable;
    private long position;

    /// @param limits of a batch
    /// @param from where the partition resumes
    BatchFiller(
            TopicPartition partition, TopicDecoder decoder, FileFormat files, BatchLimits limits, ResumePoint from) {
        this.partition = partition;
        this.decoder = decoder;
        this.files = files;
        this.room = new BatchMemory(partition, limits);
        this.landed = from.landed();
        this.topic = from.topic();
        this.origin = new RecordOrigin(partition, topic, landed.layout().era(), landed.rules());
        this.epochs = new LeaderEpochs(from.position(), from.leaderEpoch());
        this.position = from.position();
        this.start = new LogPosition(from.offset(), from.truncated() ? Optional.empty() : from.leaderEpoch());
        this.replay = from.pending();
        this.declared = from.declared();
        Cut pending = from.pending();
        this.open = pending == null
                ? batchFrom(from.offset())
                : new PartitionBatch(
                        files.with(landed.files().in(pending.form())),
                        landed.placement(pending.layout()),
                        origin,
                        from.offset(),
                        room.filesOfReplay());
    }

    private PartitionBatch batchFrom(long offset) {
        return new PartitionBatch(files.with(landed.files()), landed.placement(), origin, offset, room.files());
    }

    /// Takes records in the order of their offsets, then the consumer's position behind them. Those behind one that
    /// there is no room for wait: nothing more should be read until the open batch is cut, or memory is free.
    ///
    /// @param newPosition of the consumer
    /// @return the landing of the replayed cut, if its last record is among these
    /// @throws UnreadableRecordException when the sink fails by one: those before it are taken, no
    ///     others, and the batch may be damaged
    Optional<Landing> take(List<ConsumerRecord<ByteBuffer, ByteBuffer>> records, LogPosition newPosition, Instant now) {
        List<ConsumerRecord<ByteBuffer, ByteBuffer>> all = waiting.isEmpty() ? records : joined(waiting, records);
        epochs.reached(newPosition); // first, as records may wait and the epoch is known only now
        Optional<Landing> replayed = Optional.empty();
        for (int i = 0; i < all.size(); i++) {
            ConsumerRecord<ByteBuffer, ByteBuffer> record = all.get(i);
            position = record.offset();
            replayed = replayed.isPresent() ? replayed : endReplay(now);
            if (diverges(record)) {
                return Optional.empty();
            }
            if (unproven != null) {
                return replayed;
            }
            if (!free(i) || !put(record, now)) {
                waiting = all.subList(i, all.size());
                room.count(open.heldBytes());
                return replayed;
            }
            epochs.taken(record);
        }
        waiting = List.of();
        room.count(open.heldBytes());
        position = newPosition.offset();
        return replayed.isPresent() ? replayed : endReplay(now);
    }

    /// Ends before a record that is known to be unreadable, so that those before it land.
    ///
    /// @param known thrown where that record is reached
    void endBefore(UnreadableRecordException known) {
        unreadable = known;
    }

    private boolean put(ConsumerRecord<ByteBuffer, ByteBuffer> record, Instant now) {
        try {
            requireReadable(record);
            return decoder.take(record, open, now);
        } catch (UnreadableRecordException e) {
            waiting = List.of();
            room.count(open.heldBytes());
            throw e;
        }
    }

    private void requireReadable(ConsumerRecord<ByteBuffer, ByteBuffer> record) {
        if (unreadable != null && unreadable.offset() == record.offset()) {
            throw unreadable;
        }
        long bytes = bytes(record.key()) + bytes(record.value());
        if (bytes > room.mostRecordBytes()) {
            throw UnreadableRecordException.tooLarge(record.offset(), bytes, room.mostRecordBytes());
        }
    }

    private static long bytes(@Nullable ByteBuffer part) {
        return part == null ? 0 : part.remaining();
    }

    /// Where reading must start again, so that Kafka compares the leader epoch there: a replay has ended in a
    /// gap, which retention, compaction or a truncated log may have made. Empty when nothing is to be proved;
    /// asked once.
    Optional<LogPosition> reread() {
        Optional<LogPosition> from = Optional.ofNullable(unproven);
        unproven = null;
        return from;
    }

    private boolean free(int taken) {
        if (taken % COUNTED_AFTER != 0) {
            return true;
        }
        room.count(open.heldBytes());
        return room.free(replay != null);
    }

    /// A log that was truncated below the end of the pending cut and appended to has records of a later leader epoch
    /// there: the cut would land others than before, under the same names.
    private boolean diverges(ConsumerRecord<?, ?> record) {
        Cut pending = replay;
        Optional<Integer> latest =
                pending == null ? Optional.empty() : pending.epochs().latest();
        Optional<Integer> found = record.leaderEpoch();
        if (pending == null || latest.isEmpty() || found.isEmpty()) {
            return false;
        }
        if (found.get() > latest.get()) {
            OffsetRange range = new OffsetRange(open.start(), pending.end());
            divergence = BlockReasons.replaced(partition, range, latest.get(), record.offset(), found.get());
        }
        return divergence != null;
    }

    /// Why the pending cut cannot be completed by what Kafka has; empty when it can.
    Optional<String> divergence() {
        return Optional.ofNullable(divergence);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return second.isEmpty()
                ? first
                : Stream.concat(first.stream(), second.stream()).toList();
    }

    /// A pending cut ends exactly where it was cut before, not where a poll happens to end.
    private Optional<Landing> endReplay(Instant now) {
        Cut pending = replay;
        if (pending == null || position < pending.end()) {
            return Optional.empty();
        }
        replay = null;
        LogPosition end = epochs.at(pending.end());
        Integer endEpoch = pending.epochs().end();
        if (end.leaderEpoch().isEmpty() && endEpoch != null) {
            end = new LogPosition(pending.end(), Optional.of(endEpoch));
            unproven = end;
            waiting = List.of();
            position = pending.end();
        }
        return Optional.of(land(pending, end, CutCause.REPLAY, now));
    }

    /// Whether a cut can begin now.
    boolean ready() {
        return replay == null && open.records() > 0;
    }

    /// Fixes the end of what is held; only when [#ready].
    Landing cut(CutCause cause, Instant now) {
        Cut cut = new Cut(position, landed.layout(), landed.files().form(), landed.rules(), topic);
        LogPosition end = epochs.at(position);
        return land(cut.with(CutEpochs.of(end.leaderEpoch(), epochs.last())), end, cause, now);
    }

    private Landing land(Cut cut, LogPosition end, CutCause cause, Instant now) {
        PartitionBatch batch = open;
        open = batchFrom(cut.end());
        room.beginBatch();
        Landing.Source source = new Landing.Source(origin, start, end, cause == CutCause.REPLAY && declared);
        start = end;
        return new Landing(source, batch, cut, cause, now);
    }

    /// The topic whose records are taken.
    TopicIdentity topic() {
        return topic;
    }

    PartitionBatch open() {
        return open;
    }

    /// The pending cut that is being read again, if there is one.
    Optional<Cut> replay() {
        return Optional.ofNullable(replay);
    }

    /// Whether records that were read wait for room.
    boolean waiting() {
        return !waiting.isEmpty();
    }

    /// Records held.
    long heldRecords() {
        return open.records() + waiting.size();
    }

    /// The next offset to be put into a batch.
    long position() {
        return position;
    }

    /// The offset behind what was read.
    long readUpTo() {
        return waiting.isEmpty() ? position : waiting.getLast().offset() + 1;
    }

    /// The offset up to which everything held must be committed to have landed; empty when nothing is held.
    OptionalLong heldUpTo() {
        if (replay != null) {
            return OptionalLong.of(replay.end());
        }
        return open.records() > 0 || waiting() ? OptionalLong.of(readUpTo()) : OptionalLong.empty();
    }
}
