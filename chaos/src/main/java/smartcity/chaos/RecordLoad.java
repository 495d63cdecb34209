package smartcity.chaos;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// Sends records to three topics at an even pace, whatever happens to the broker; one in 500 is broken, one
/// in 20 late by up to three hours, and one in 200 has an event time that only the rules before an upgrade accept.
///
/// Their timestamps are of now: the broker forgets a producer whose newest record is older than
/// `producer.id.expiration.ms`, one day, by that record's own timestamp. A request repeated after a crash would then be
/// appended a second time, and Kafka itself would hold more records than were sent.
final class RecordLoad implements Runnable {
    static final List<String> TOPICS = List.of("vehicle_data", "gps_data", "weather_data");

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final int BROKEN = 500;
    private static final int LATE = 20;
    private static final int BETWEEN_RULES = 200;
    private static final Duration MOST_LATE = Duration.ofHours(3);
    private static final int TICK = 1000;
    private static final String VEHICLE = """
            {"id":"%s","deviceId":"%s","timestamp":"%s","location":{"latitude":51.%d,"longitude":-1.1},"speed":%d.2,\
            "direction":"NW","heading":312.4,"make":"Ford","model":"Focus","year":2021,"fuelType":"Petrol",\
            "vehicleType":"Car","odometer":1.5,"energyLevel":0.5,"road":"M40"}""";
    private static final String GPS = """
            {"id":"%s","deviceId":"%s","timestamp":"%s","location":{"latitude":51.%d,"longitude":-0.5},"speed":%d.5,\
            "direction":"NW","heading":311.25,"vehicleType":"Car","accuracy":3.5,"satellites":11}""";
    private static final String WEATHER = """
            {"id":"%s","deviceId":"%s","timestamp":"%s","location":{"latitude":51.%d,"longitude":-0.12},"temperature":%d.5,\
            "weatherCondition":"Light rain","weatherCode":61,"precipitation":0.4,"windSpeed":12.25,"windDirection":270,\
            "humidity":81,"airQualityIndex":42,"daqi":2,"visibility":9000.0,"pressure":1013.25}""";
    private static final List<String> FORMS = List.of(VEHICLE, GPS, WEATHER);

    private final String bootstrapServers;
    private final long records;
    private final Duration duration;
    private final Instant start;
    private final Random chance;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong betweenRules = new AtomicLong();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    RecordLoad(String bootstrapServers, long records, Duration duration, long seed) {
        this.bootstrapServers = bootstrapServers;
        this.records = records;
        this.duration = duration;
        this.start = Instant.now();
        this.chance = new Random(seed);
    }

    /// Sends everything, and returns when the broker has all of it.
    @Override
    public void run() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "linger.ms",
                20,
                "batch.size",
                64 * 1024,
                "compression.type",
                "zstd",
                "delivery.timeout.ms",
                Integer.MAX_VALUE,
                "max.block.ms",
                Integer.MAX_VALUE,
                // Two requests under way can overtake each other on a new partition (KAFKA-15591).
                "max.in.flight.requests.per.connection",
                1);
        long begin = System.nanoTime();
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (long i = 0; i < records; i++) {
                if (i % TICK == 0) {
                    LockSupport.parkNanos(begin + due(i).toNanos() - System.nanoTime());
                }
                Future<RecordMetadata> _ = producer.send(record(i), (_, failed) -> {
                    if (failed == null) {
                        acknowledged.incrementAndGet();
                    } else {
                        failure.compareAndSet(null, failed);
                    }
                });
            }
        }
    }

    private Duration due(long i) {
        return Duration.ofNanos((long) (duration.toNanos() * ((double) i / records)));
    }

    /// The `i`th record, counted from 0.
    ProducerRecord<String, String> record(long i) {
        int topic = (int) (i % TOPICS.size());
        Instant at = start.plus(due(i));
        if (chance.nextInt(LATE) == 0) {
            at = at.minusSeconds(chance.nextInt((int) MOST_LATE.toSeconds()));
        }
        String device = "device-" + i % 500;
        String id = "00000000-0000-8000-8000-%012d".formatted(i);
        boolean isBetweenRules = chance.nextInt(BETWEEN_RULES) == 0;
        Instant event = isBetweenRules ? UpgradeVerdict.BETWEEN_RULES : at;
        String value = FORMS.get(topic).formatted(id, device, MICROS.format(event), i % 1000, i % 100);
        if (chance.nextInt(BROKEN) == 0) {
            value = broken(value, id);
        } else if (isBetweenRules) {
            betweenRules.incrementAndGet();
        }
        return new ProducerRecord<>(TOPICS.get(topic), null, at.toEpochMilli(), device, value);
    }

    /// Each form still has the id, by which the verdict knows the record.
    private String broken(String value, String id) {
        return switch (chance.nextInt(3)) {
            case 0 -> value.substring(0, value.length() / 2);
            case 1 -> value.replaceFirst("\"timestamp\":\"\\d+", "\"timestamp\":\"yesterday");
            default -> "no JSON at all: " + id;
        };
    }

    /// Records that the broker has acknowledged.
    long acknowledged() {
        return acknowledged.get();
    }

    /// Records that were made whole, with an event time that only the rules before an upgrade accept.
    long betweenRules() {
        return betweenRules.get();
    }

    /// Why a record could not be sent; null while all could.
    @Nullable
    Exception failure() {
        return failure.get();
    }
}
