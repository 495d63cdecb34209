package smartcity.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiveHeapTest {
    @Test
    void addsTheGenerationsOfTheSerialCollectorUp() {
        String answer = """
                4711:
                 def new generation   total 78656K, used 1024K [0x00000000f0000000, 0x00000000f5550000)
                  eden space 69952K,   1% used [0x00000000f0000000, 0x00000000f0100000)
                  from space 8704K,   0% used [0x00000000f4450000, 0x00000000f4450000)
                 tenured generation   total 174784K, used 2048K [0x00000000f5550000, 0x0000000100000000)
                   the  space 174784K,   1% used [0x00000000f5550000, 0x00000000f5750000)
                 Metaspace       used 40000K, committed 41000K, reserved 1114112K
                  class space    used 5000K, committed 5300K, reserved 1048576K
                """;

        assertThat(LiveHeap.used(answer)).isEqualTo(3 * 1024 * 1024);
    }

    @Test
    void readsTheHeapOfG1() {
        String answer = """
                 garbage-first heap   total reserved 262144K, committed 131072K, used 5120K [0x00, 0x01)
                  region size 1024K, 5 young (5120K), 0 survivors (0K)
                 Metaspace       used 40000K, committed 41000K, reserved 1114112K
                """;

        assertThat(LiveHeap.used(answer)).isEqualTo(5 * 1024 * 1024);
    }
}
