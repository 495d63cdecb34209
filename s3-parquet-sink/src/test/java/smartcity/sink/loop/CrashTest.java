package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.sink.loop.LoopFixture.Member;
import smartcity.sink.store.ForwardingObjectStore;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.store.PutOutcome;

/// A process that ends before or after each of its steps in turn, and another one that continues.
class CrashTest {
    private static final int RECORDS = 12;

    private final LoopFixture fixture = new LoopFixture();

    /// The end of the process. Not an exception that the sink could survive.
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /// Ends the process after the given number of steps.
    private static final class Fuse {
        private int left;

        Fuse(int steps) {
            left = steps;
        }

        void step() {
            if (left-- == 0) {
                throw new Crash();
            }
        }

        boolean burnt() {
            return left < 0;
        }
    }

    private static final class FusedStore extends ForwardingObjectStore {
        private final Fuse fuse;

        FusedStore(ObjectStore store, Fuse fuse) {
            super(store);
            this.fuse = fuse;
        }

        @Override
        public PutOutcome putIfAbsent(NewObject object) {
            fuse.step();
            PutOutcome outcome = super.putIfAbsent(object);
            fuse.step();
            return outcome;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
    void landsEveryRecordOnceWhicheverStepTheProcessEndsAt(int steps) {
        for (int i = 0; i < RECORDS; i++) {
            fixture.produce(i % 3);
        }
        fixture.kafka.produce("broken");

        boolean ended = run(new Fuse(steps));
        boolean endedAgain = run(new Fuse(Integer.MAX_VALUE));

        assertThat(ended).isEqualTo(steps < 16);
        assertThat(endedAgain).isFalse();
        assertThat(fixture.landedOffsets())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(0, RECORDS).boxed().toList());
    }

    /// Runs until everything has landed, or the process ends.
    private boolean run(Fuse fuse) {
        Member member = fixture.member(new FusedStore(fixture.bucket, fuse), "");
        member.consumer().around(fuse::step, fuse::step);
        try {
            member.turns(3);
            fixture.clock.add(LoopFixture.MAX_AGE);
            member.turns(3);
        } catch (CompletionException | Crash e) {
            return fuse.burnt();
        }
        return false;
    }
}
