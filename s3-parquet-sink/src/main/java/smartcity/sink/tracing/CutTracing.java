package smartcity.sink.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.loop.LoopEvent;
import smartcity.sink.store.ObjectStore;

/// Makes the spans of a cut when it has landed: `land`, which links to the transactions whose records it has, and below
/// it a `put` for each request that stored an object of it, failed ones included. A cut that never lands has none.
///
/// Without traces it costs nothing: nothing is remembered, and the bucket is the plain one. Safe for use by several
/// threads.
public final class CutTracing {
    /// Requests kept of cuts that have not landed, at most; the oldest go [chosen].
    private static final int KEPT_PUTS = 10_000;

    private final Tracer tracer;
    private final boolean active;
    private final InstantSource clock;
    private final Map<TopicPartition, RecordContexts> contexts = new HashMap<>();
    private final List<StorePut> puts = new ArrayList<>();

    /// @param active whether there are traces
    public CutTracing(Tracer tracer, boolean active, InstantSource clock) {
        this.tracer = tracer;
        this.active = active;
        this.clock = clock;
    }

    /// Makes no traces.
    public static CutTracing none() {
        return new CutTracing(OpenTelemetry.noop().getTracer(""), false, InstantSource.system());
    }

    /// The bucket by which objects of cuts are to be stored.
    public ObjectStore over(ObjectStore store) {
        return active ? new TracedObjectStore(store, this) : store;
    }

    Instant now() {
        return clock.instant();
    }

    /// Remembers which transactions records are of.
    public void read(ConsumerRecords<?, ?> records) {
        if (active) {
            remember(records);
        }
    }

    private synchronized void remember(ConsumerRecords<?, ?> records) {
        for (TopicPartition partition : records.partitions()) {
            RecordContexts known = contexts.computeIfAbsent(partition, _ -> new RecordContexts());
            for (ConsumerRecord<?, ?> record : records.records(partition)) {
                known.add(record);
            }
        }
    }

    /// Remembers a request.
    synchronized void put(StorePut put) {
        if (puts.size() == KEPT_PUTS) {
            puts.removeFirst();
        }
        puts.add(put);
    }

    /// Makes the spans of a cut that has landed, and forgets partitions that are not this process's any more.
    public void accept(LoopEvent event) {
        if (!active) {
            return;
        }
        switch (event) {
            case LoopEvent.Landed landed -> trace(landed);
            case LoopEvent.Dropped dropped -> forget(dropped.partition());
            case LoopEvent.Rebalanced moved
            when moved.change() != LoopEvent.Change.ASSIGNED ->
                moved.partitions().forEach(this::forget);
            default -> {
                // has no part in a cut's way
            }
        }
    }

    private synchronized void trace(LoopEvent.Landed landed) {
        Instant end = now();
        TopicPartition partition = landed.partition();
        SpanBuilder builder = tracer.spanBuilder("land")
                .setNoParent()
                .setSpanKind(SpanKind.CONSUMER)
                .setStartTimestamp(end.minus(landed.took()))
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", partition.topic())
                .setAttribute("messaging.destination.partition.id", Integer.toString(partition.partition()))
                .setAttribute("smartcity.offsets", text(landed.range()))
                .setAttribute("smartcity.cause", landed.cause().name().toLowerCase(Locale.ROOT))
                .setAttribute("smartcity.records", landed.counted().records());
        for (SpanContext context : contextsOf(partition, landed.range())) {
            builder.addLink(context);
        }
        Span span = builder.startSpan();
        List<StorePut> own = puts.stream()
                .filter(put -> isOf(put, partition, landed.range()))
                .toList();
        own.forEach(put -> trace(put, span));
        puts.removeAll(own);
        span.end(end);
    }

    private List<SpanContext> contextsOf(TopicPartition partition, OffsetRange range) {
        RecordContexts known = contexts.get(partition);
        return known == null ? List.of() : known.landed(range);
    }

    private void trace(StorePut put, Span cut) {
        Span span = tracer.spanBuilder("put")
                .setParent(Context.root().with(cut))
                .setSpanKind(SpanKind.CLIENT)
                .setStartTimestamp(put.start())
                .setAttribute("aws.s3.key", put.key())
                .setAttribute("smartcity.bytes", put.bytes())
                .startSpan();
        put.failure().ifPresent(reason -> span.setStatus(StatusCode.ERROR, reason));
        span.end(put.end());
    }

    private synchronized void forget(TopicPartition partition) {
        contexts.remove(partition);
        puts.removeIf(put ->
                put.name().topic().equals(partition.topic()) && put.name().partition() == partition.partition());
    }

    private static boolean isOf(StorePut put, TopicPartition partition, OffsetRange range) {
        return put.name().topic().equals(partition.topic())
                && put.name().partition() == partition.partition()
                && put.name().range().equals(range);
    }

    private static String text(OffsetRange range) {
        return range.start() + "-" + (range.end() - 1);
    }
}
