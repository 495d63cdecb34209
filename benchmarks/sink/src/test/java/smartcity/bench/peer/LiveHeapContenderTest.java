package smartcity.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import smartcity.local.child.LaunchException;

class LiveHeapContenderTest {
    @Test
    void addsTheGenerationsOfTheSerialCollectorUp() {
        String answer = """
                18545:
                DefNew     total 19648K, used 1024K [0x00000000fc000000, 0x00000000fd550000, 0x00000000fd550000)
                 eden space 17472K,  29% used [0x00000000fc000000, 0x00000000fc50f2d0, 0x00000000fd110000)
                 from space 2176K, 100% used [0x00000000fd330000, 0x00000000fd550000, 0x00000000fd550000)
                 to   space 2176K,   0% used [0x00000000fd110000, 0x00000000fd110000, 0x00000000fd330000)
                Tenured    total 43712K, used 2048K [0x00000000fd550000, 0x0000000100000000, 0x0000000100000000)
                 the  space 43712K,   5% used [0x00000000fd550000, 0x00000000fd7a3d68, 0x0000000100000000)
                """;

        assertThat(LiveHeapContender.used(answer)).isEqualTo(3 * 1024 * 1024);
    }

    @Test
    void readsTheHeapOfG1() {
        String answer = """
                19003:
                garbage-first heap   total reserved 65536K, committed 65536K, used 5120K [0x00000000fc000000, 0x0100000000)
                 region size 1024K, 10 young (10240K), 2 survivors (2048K)
                """;

        assertThat(LiveHeapContender.used(answer)).isEqualTo(5 * 1024 * 1024);
    }

    @Test
    void refusesAnAnswerWithoutAHeap() {
        assertThatThrownBy(() -> LiveHeapContender.used("4711:\nUnable to open socket file"))
                .isInstanceOf(LaunchException.class)
                .hasMessage("Expected the generations of a heap, got: 4711:\nUnable to open socket file");
    }
}
