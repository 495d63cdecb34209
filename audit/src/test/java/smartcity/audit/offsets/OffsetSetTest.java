package smartcity.audit.offsets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OffsetSetTest {
    private static OffsetSet of(Iterable<Long> offsets) {
        OffsetSet set = new OffsetSet();
        offsets.forEach(set::add);
        return set;
    }

    private static Set<Long> unfolded(OffsetSet set) {
        Set<Long> offsets = new TreeSet<>();
        for (OffsetRun run : set.runs(Integer.MAX_VALUE)) {
            for (long offset = run.first(); offset <= run.last(); offset++) {
                offsets.add(offset);
            }
        }
        return offsets;
    }

    private static Set<Long> random(Random chance) {
        Set<Long> offsets = new TreeSet<>();
        for (int i = 0; i < 2000; i++) {
            offsets.add(chance.nextLong(65_000, 65_000 + 3000) * chance.nextLong(1, 3));
        }
        return offsets;
    }

    @Test
    void behavesLikeASetOfTheJdk() {
        Random chance = new Random(7);
        for (int round = 0; round < 50; round++) {
            Set<Long> one = random(chance);
            Set<Long> other = random(chance);
            Set<Long> common = new TreeSet<>(one);
            common.retainAll(other);
            Set<Long> union = new TreeSet<>(one);
            union.addAll(other);
            Set<Long> rest = new TreeSet<>(one);
            rest.removeAll(other);
            OffsetSet sum = of(one);

            OffsetSet again = sum.addAll(of(other));

            assertThat(unfolded(again)).as("round %s", round).isEqualTo(common);
            assertThat(again.size()).as("round %s", round).isEqualTo(common.size());
            assertThat(unfolded(sum)).as("round %s", round).isEqualTo(union);
            assertThat(sum.size()).as("round %s", round).isEqualTo(union.size());
            assertThat(unfolded(of(one).without(of(other))))
                    .as("round %s", round)
                    .isEqualTo(rest);
            assertThat(unfolded(of(one).from(66_000)))
                    .as("round %s", round)
                    .isEqualTo(new HashSet<>(
                            one.stream().filter(offset -> offset >= 66_000).toList()));
        }
    }

    @Test
    void joinsRunsAcrossChunks() {
        OffsetSet set = new OffsetSet();
        for (long offset = 65_530; offset < 65_540; offset++) {
            set.add(offset);
        }
        set.add(1_000_000_000_000L);

        assertThat(set.runs(5))
                .containsExactly(new OffsetRun(65_530, 65_539), new OffsetRun(1_000_000_000_000L, 1_000_000_000_000L));
        assertThat(set.runs(1)).containsExactly(new OffsetRun(65_530, 65_539));
    }

    @Test
    void returnsWhetherAnAddedOffsetIsNew() {
        OffsetSet set = new OffsetSet();

        assertThat(set.add(5)).isTrue();
        assertThat(set.add(5)).isFalse();
        assertThat(set.contains(5)).isTrue();
        assertThat(set.contains(6)).isFalse();
        assertThat(set.size()).isEqualTo(1);
    }
}
