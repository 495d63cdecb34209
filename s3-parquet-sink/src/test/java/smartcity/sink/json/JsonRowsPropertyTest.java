package smartcity.sink.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import smartcity.sink.row.ConversionResult;
import smartcity.sink.row.Row;
import smartcity.sink.row.RowConverter;
import smartcity.sink.schema.Column;

/// Properties of all records, valid or broken. A failure names the seed, which is enough to make its record again.
class JsonRowsPropertyTest {
    private static final List<Column> COLUMNS = RandomRecords.SCHEMA.columns();

    /// Longer than any run, on a busy machine too; only a decoder that hangs takes longer.
    private static final Duration NO_HANG = Duration.ofMinutes(10);

    /// Records of a property.
    private static final int MANY = "all".equals(System.getProperty("smartcity.test.scale")) ? 8_000 : 1_500;

    private static final byte[] BEFORE = "{\"\\u".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BEHIND = "0}\"]}".getBytes(StandardCharsets.US_ASCII);

    private final Row row = new Row(RandomRecords.SCHEMA.slots());
    private final RowConverter rows = new JsonFormat(RandomRecords.SCHEMA, UnknownFields.IGNORE).converter(row);

    private int accepted;
    private int refused;

    @Test
    void readsEveryRecordAsJacksonDoes() {
        forSeeds(MANY, seed -> {
            RandomRecords records = new RandomRecords(new SplittableRandom(seed));
            byte[] json = records.json(records.next());

            ConversionResult result = convert(json, seed);

            assertThat(result).as(() -> description(json, seed)).isEqualTo(ConversionResult.ACCEPTED);
            agrees(json, seed);
        });
    }

    @Test
    void refusesEveryBeginningOfARecord() {
        forSeeds(100, seed -> {
            RandomRecords records = new RandomRecords(new SplittableRandom(seed));
            byte[] json = new String(records.json(records.next()), StandardCharsets.UTF_8)
                    .strip()
                    .getBytes(StandardCharsets.UTF_8);
            for (int length = 0; length < json.length; length++) {
                byte[] beginning = Arrays.copyOf(json, length);

                ConversionResult result = convert(beginning, seed);

                assertThat(result).as(() -> description(beginning, seed)).isInstanceOf(ConversionResult.Refused.class);
                refusesReadably(result, beginning, seed);
            }
        });
    }

    @Test
    void refusesARecordWithDamagedBytesOrReadsItAsJacksonDoes() {
        forSeeds(MANY, seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            RandomRecords records = new RandomRecords(random);
            byte[] good = records.json(records.next());

            isRefusedOrReadAsJacksonDoes(new RecordDamage(random).bytes(good), good, seed);
        });

        assertThat(accepted).as("records that are still valid").isGreaterThan(MANY / 16);
        assertThat(refused).as("refused records").isGreaterThan(MANY / 4);
    }

    @Test
    void refusesARecordWithDamagedValuesOrReadsItAsJacksonDoes() {
        forSeeds(MANY, seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            RandomRecords records = new RandomRecords(random);
            ObjectNode record = records.next();
            byte[] good = records.json(record);
            new RecordDamage(random).tree(record);

            isRefusedOrReadAsJacksonDoes(records.json(record), good, seed);
        });

        assertThat(accepted).as("records that are still valid").isGreaterThan(MANY / 16);
        assertThat(refused).as("refused records").isGreaterThan(MANY / 4);
    }

    @Test
    void refusesOrReadsHugeValuesInAnyProperty() {
        List<String> huge = List.of(
                "[".repeat(10_000),
                "{\"a\":".repeat(10_000),
                "[".repeat(10_000) + "]".repeat(10_000),
                "\"" + "ü".repeat(500_000) + "\"",
                "\"" + "\\ud83d\\ude97".repeat(90_000) + "\"",
                "\"" + "\\".repeat(1_000_000),
                "[" + "0,".repeat(100_000) + "0]",
                "9".repeat(1_000_000),
                "1e" + "9".repeat(900),
                "-0." + "0".repeat(900) + "1e-" + "9".repeat(90));
        List<String> names = List.of("new", "text", "größe", "large", "numbers", "place", "id");
        forSeeds(names.size() * huge.size(), seed -> {
            RandomRecords records = new RandomRecords(new SplittableRandom(seed));
            ObjectNode record = records.next();
            byte[] good = records.json(record);
            String value = huge.get((int) (seed % huge.size()));
            record.set(names.get((int) (seed / huge.size())), RandomScalars.raw(value));

            isRefusedOrReadAsJacksonDoes(records.json(record), good, seed);
        });

        assertThat(accepted).as("huge values that are valid").isBetween(5, 20);
    }

    private void forSeeds(int count, Consumer<Long> property) {
        assertTimeoutPreemptively(NO_HANG, () -> {
            for (long seed = 0; seed < count; seed++) {
                property.accept(seed);
            }
        });
    }

    private void isRefusedOrReadAsJacksonDoes(byte[] damaged, byte[] good, long seed) {
        ConversionResult result = convert(damaged, seed);

        if (result.equals(ConversionResult.ACCEPTED)) {
            accepted++;
            agrees(damaged, seed);
        } else {
            refused++;
            refusesReadably(result, damaged, seed);
            assertThat(convert(good, seed)).as(() -> description(good, seed)).isEqualTo(ConversionResult.ACCEPTED);
            agrees(good, seed);
        }
    }

    /// Converts a value between bytes that would continue it if they were read.
    private ConversionResult convert(byte[] json, long seed) {
        ByteBuffer around = ByteBuffer.allocate(BEFORE.length + json.length + BEHIND.length);
        around.put(BEFORE).put(json).put(BEHIND);
        try {
            return rows.convert(around.slice(BEFORE.length, json.length));
        } catch (RuntimeException | StackOverflowError e) {
            return fail(description(json, seed), e);
        }
    }

    private void agrees(byte[] json, long seed) {
        try {
            assertThat(RowContents.of(row, COLUMNS))
                    .as(() -> description(json, seed))
                    .isEqualTo(JacksonRows.of(json, COLUMNS));
        } catch (IOException | RuntimeException e) {
            fail(description(json, seed), e);
        }
    }

    private static void refusesReadably(ConversionResult result, byte[] json, long seed) {
        String reason = ((ConversionResult.Refused) result).reason();
        assertThat(reason)
                .as(() -> description(json, seed))
                .matches("(?s)\\S.* must .*")
                .doesNotEndWith(" but was ")
                .hasSizeLessThan(300)
                .doesNotMatch("(?s).*[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}].*");
    }

    private static String description(byte[] json, long seed) {
        String text = new String(json, 0, Math.min(json.length, 2_000), StandardCharsets.UTF_8);
        return "seed " + seed + ", " + json.length + " bytes: " + text;
    }
}
