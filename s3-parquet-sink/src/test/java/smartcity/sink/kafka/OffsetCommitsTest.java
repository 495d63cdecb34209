package smartcity.sink.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static smartcity.sink.kafka.FakeKafka.PARTITION;

import java.util.Optional;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smartcity.sink.cut.CommitState;
import smartcity.sink.cut.Cut;
import smartcity.sink.cut.Layout;
import smartcity.sink.file.FileForm;
import smartcity.sink.file.TestOrigins;

class OffsetCommitsTest {
    private static final Cut CUT = new Cut(20, Layout.byHour(""), FileForm.COMPATIBLE, null, TestOrigins.TOPIC);
    private static final Cut OTHER_CUT = new Cut(15, Layout.byHour(""), FileForm.COMPATIBLE, null, TestOrigins.TOPIC);

    private static final LogPosition START = new LogPosition(10, Optional.of(3));
    private static final LogPosition END = new LogPosition(20, Optional.of(4));

    private final FakeKafka kafka = new FakeKafka();

    @BeforeEach
    void beAt10() {
        kafka.committed(10, "");
    }

    private OffsetCommits commits(GroupProtocol protocol) {
        return new OffsetCommits(kafka.consumer(), protocol);
    }

    @ParameterizedTest
    @EnumSource
    void declaresThenFinishes(GroupProtocol protocol) {
        OffsetCommits commits = commits(protocol);

        CommitOutcome declared = commits.declare(PARTITION, START, CUT);
        CommitOutcome finished = commits.finish(PARTITION, START, END, CUT);

        assertThat(declared).isEqualTo(CommitOutcome.DONE);
        assertThat(finished).isEqualTo(CommitOutcome.DONE);
        assertThat(kafka.commits())
                .containsExactly("10" + CUT.encoded(), "20" + new CommitState.Landed(TestOrigins.TOPIC, 0).encoded());
    }

    @ParameterizedTest
    @EnumSource
    void commitsTheSameAgainWhenItIsUnknownWhetherItIsThere(GroupProtocol protocol) {
        OffsetCommits commits = commits(protocol);
        commits.declare(PARTITION, START, CUT);
        kafka.failNextCommit(new TimeoutException());

        CommitOutcome unknown = commits.finish(PARTITION, START, END, CUT);
        kafka.committed(20, new CommitState.Landed(TestOrigins.TOPIC, 0).encoded());

        assertThat(unknown).isEqualTo(CommitOutcome.LATER);
        assertThat(commits.finish(PARTITION, START, END, CUT)).isEqualTo(CommitOutcome.DONE);
    }

    @ParameterizedTest
    @EnumSource
    void isFencedByARefusal(GroupProtocol protocol) {
        kafka.failNextCommit(new CommitFailedException());

        assertThat(commits(protocol).declare(PARTITION, START, CUT)).isEqualTo(CommitOutcome.FENCED);
    }

    @ParameterizedTest
    @EnumSource
    void isFencedByAnotherMemberOfItsName(GroupProtocol protocol) {
        kafka.failNextCommit(new FencedInstanceIdException("another has this group.instance.id"));

        assertThat(commits(protocol).declare(PARTITION, START, CUT)).isEqualTo(CommitOutcome.FENCED);
    }

    @Test
    void commitsNothingInTheNewProtocolWhenOthersHaveMovedTheGroup() {
        OffsetCommits commits = commits(GroupProtocol.CONSUMER);
        kafka.committed(500, "");

        assertThat(commits.declare(PARTITION, START, CUT)).isEqualTo(CommitOutcome.FENCED);
        assertThat(commits.finish(PARTITION, START, END, CUT)).isEqualTo(CommitOutcome.FENCED);
        assertThat(kafka.commits()).isEmpty();
    }

    @Test
    void commitsNothingInTheNewProtocolWhenOthersHaveDeclaredAnotherCut() {
        OffsetCommits commits = commits(GroupProtocol.CONSUMER);
        kafka.committed(10, OTHER_CUT.encoded());

        assertThat(commits.declare(PARTITION, START, CUT)).isEqualTo(CommitOutcome.FENCED);
        assertThat(commits.finish(PARTITION, START, END, CUT)).isEqualTo(CommitOutcome.FENCED);
        assertThat(kafka.commits()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void declaresTheFirstCutOfAnEraWhereTheGroupWasInTheFormerOne(GroupProtocol protocol) {
        Cut first = new Cut(20, Layout.byHour("").inEra(1), FileForm.COMPATIBLE, null, TestOrigins.TOPIC);
        kafka.committed(500, new CommitState.Landed(TestOrigins.TOPIC, 0).encoded());
        OffsetCommits commits = commits(protocol);

        CommitOutcome declared = commits.declare(PARTITION, START, first);
        CommitOutcome finished = commits.finish(PARTITION, START, END, first);

        assertThat(declared).isEqualTo(CommitOutcome.DONE);
        assertThat(finished).isEqualTo(CommitOutcome.DONE);
    }

    @Test
    void commitsNothingInTheNewProtocolWhenOthersHaveOpenedALaterEra() {
        OffsetCommits commits = commits(GroupProtocol.CONSUMER);
        kafka.committed(10, new CommitState.Landed(TestOrigins.TOPIC, 1).encoded());

        assertThat(commits.declare(PARTITION, START, CUT)).isEqualTo(CommitOutcome.FENCED);
        assertThat(commits.finish(PARTITION, START, END, CUT)).isEqualTo(CommitOutcome.FENCED);
    }

    @Test
    void finishesNoCutInTheNewProtocolThatIsNotDeclared() {
        assertThat(commits(GroupProtocol.CONSUMER).finish(PARTITION, START, END, CUT))
                .isEqualTo(CommitOutcome.FENCED);
    }
}
