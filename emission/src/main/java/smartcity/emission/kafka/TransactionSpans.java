package smartcity.emission.kafka;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// A span for each transaction, and its trace context as the header `traceparent` (W3C Trace Context) of each record,
/// so that who reads the record can refer to the transaction. For one thread.
public final class TransactionSpans {
    static final String HEADER = "traceparent";

    private final Tracer tracer;
    private @Nullable Span span;
    private byte @Nullable [] context;
    private long records;

    /// @param tracer makes the spans
    public TransactionSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    /// Makes no spans, and leaves records as they are.
    public static TransactionSpans none() {
        return new TransactionSpans(OpenTelemetry.noop().getTracer(""));
    }

    /// A transaction begins.
    void begun() {
        Span begun = tracer.spanBuilder("emit")
                .setNoParent()
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute("messaging.system", "kafka")
                .startSpan();
        span = begun;
        context = contextOf(begun);
        records = 0;
    }

    /// The header of a span that is sampled, as W3C Trace Context writes it; null for another one, which nobody can
    /// find.
    private static byte @Nullable [] contextOf(Span span) {
        SpanContext context = span.getSpanContext();
        return context.isSampled()
                ? "00-%s-%s-%s"
                        .formatted(
                                context.getTraceId(),
                                context.getSpanId(),
                                context.getTraceFlags().asHex())
                        .getBytes(StandardCharsets.US_ASCII)
                : null;
    }

    /// Puts the context of the transaction into a record of it.
    void mark(ProducerRecord<?, ?> record) {
        records++;
        if (context != null) {
            record.headers().add(HEADER, context);
        }
    }

    /// Kafka has committed the transaction.
    void committed() {
        end(null);
    }

    /// Kafka has refused it.
    void refused(Exception reason) {
        end(reason);
    }

    private void end(@Nullable Exception reason) {
        if (span == null) {
            return;
        }
        span.setAttribute("messaging.batch.message_count", records);
        if (reason != null) {
            span.recordException(reason);
            span.setStatus(StatusCode.ERROR, "refused");
        }
        span.end();
        span = null;
        context = null;
    }
}
