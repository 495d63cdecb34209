package smartcity.sink.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import smartcity.sink.cut.OffsetRange;

/// The trace contexts that records of one partition carry as the header `traceparent`, with the offsets at which they
/// were seen. For one thread.
final class RecordContexts {
    static final String HEADER = "traceparent";

    /// Contexts kept at most; the oldest goes [chosen: a span shows 128 links, the default of the SDK].
    private static final int KEPT = 512;

    private static final TextMapGetter<String> VALUE = new HeaderValue();

    /// The first and the last offset of a context.
    private record Seen(long first, long last) {}

    private final Map<String, Seen> seen = new LinkedHashMap<>();

    /// Remembers the context of a record, if it has one.
    void add(ConsumerRecord<?, ?> record) {
        Header header = record.headers().lastHeader(HEADER);
        if (header == null || header.value() == null) {
            return;
        }
        String context = new String(header.value(), StandardCharsets.US_ASCII);
        seen.merge(
                context,
                new Seen(record.offset(), record.offset()),
                (before, now) -> new Seen(Math.min(before.first, now.first), Math.max(before.last, now.last)));
        if (seen.size() > KEPT) {
            seen.remove(seen.keySet().iterator().next());
        }
    }

    /// The contexts of a range that has landed; those that end in it are forgotten.
    List<SpanContext> landed(OffsetRange range) {
        List<SpanContext> contexts = new ArrayList<>();
        for (Iterator<Map.Entry<String, Seen>> each = seen.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<String, Seen> entry = each.next();
            if (entry.getValue().first >= range.end()) {
                continue;
            }
            if (entry.getValue().last >= range.start()) {
                contexts.add(read(entry.getKey()));
            }
            if (entry.getValue().last < range.end()) {
                each.remove();
            }
        }
        return contexts.stream().filter(SpanContext::isValid).toList();
    }

    private static SpanContext read(String value) {
        return Span.fromContext(W3CTraceContextPropagator.getInstance().extract(Context.root(), value, VALUE))
                .getSpanContext();
    }

    /// Stands for headers of which there is only one.
    private static final class HeaderValue implements TextMapGetter<String> {
        @Override
        public Iterable<String> keys(String value) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String value, String key) {
            return key.equals(HEADER) ? value : null;
        }
    }
}
