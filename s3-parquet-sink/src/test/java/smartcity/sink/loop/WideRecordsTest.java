package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import smartcity.sink.batch.CutCause;

class WideRecordsTest {
    /// With a heap of as many bytes as the JVM takes by default on a machine of 1 GiB.
    @Test
    @Tag("long")
    void landsTwoThousandColumnsInSixtyWindowsWithinTheHeap() throws IOException, InterruptedException {
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx258m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        WideRecordsRun.class.getName())
                .redirectErrorStream(true)
                .start();

        String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean ended = run.waitFor(1, TimeUnit.MINUTES);

        assertThat(ended).isTrue();
        assertThat(output).contains("60 rows landed");
    }

    @Test
    void opensNoMoreFilesThanTheMemoryHolds() {
        LoopFixture fixture = fixture(200_000);
        LoopFixture.Member member = fixture.member();
        List<Long> held = new ArrayList<>();

        for (int turn = 0; turn < 60; turn++) {
            member.turn();
            fixture.clock.add(Duration.ofSeconds(1));
            member.loop().status().lanes().forEach(lane -> held.add(lane.heldBytes()));
        }
        fixture.age();
        member.turns(3);

        assertThat(fixture.landedOffsets())
                .isEqualTo(LongStream.range(0, WideRecords.COUNT).boxed().toList());
        assertThat(held).allMatch(bytes -> bytes <= 200_000);
        assertThat(fixture.events(LoopEvent.Landed.class))
                .extracting(LoopEvent.Landed::cause)
                .contains(CutCause.MEMORY);
    }

    private static LoopFixture fixture(long maxBytes) {
        LoopFixture fixture = new LoopFixture();
        fixture.maxBytes = maxBytes;
        fixture.schema = WideRecords.schema(20);
        WideRecords.of(20).forEach(fixture.kafka::produce);
        return fixture;
    }

    @Test
    void completesAPendingCutThatTheMemoryDoesNotHold() {
        LoopFixture fixture = fixture(200_000);
        fixture.kafka.committed(0, LoopFixture.cut(WideRecords.COUNT));

        fixture.member().turns(5);

        assertThat(fixture.landedOffsets())
                .isEqualTo(LongStream.range(0, WideRecords.COUNT).boxed().toList());
        assertThat(fixture.events(LoopEvent.Landed.class))
                .extracting(LoopEvent.Landed::cause)
                .containsExactly(CutCause.REPLAY);
    }

    @Test
    void landsRecordsOfWhichOneTakesMoreThanTheMemory() {
        LoopFixture fixture = fixture(1_000);

        fixture.member().turns(3 * WideRecords.COUNT);

        assertThat(fixture.landedOffsets())
                .isEqualTo(LongStream.range(0, WideRecords.COUNT).boxed().toList());
    }
}
