package smartcity.bench.rebalance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartitionOwnersTest {
    private final PartitionOwners owners = new PartitionOwners(3);

    @BeforeEach
    void twoMembers() {
        owners.joined(0);
        owners.joined(1);
    }

    @Test
    void areSharedWhenEachPartitionHasOneOwnerAndSharesAreEven() throws InterruptedException {
        owners.assigned(0, List.of(0, 2));
        assertThat(shared()).isFalse();

        owners.assigned(1, List.of(1));

        assertThat(shared()).isTrue();
        assertThat(owners.moved()).isEqualTo(3);
        assertThat(owners.moved()).isZero();
    }

    @Test
    void areNotSharedWhileOneMemberHasTooMany() throws InterruptedException {
        owners.assigned(0, List.of(0, 1, 2));
        assertThat(shared()).isFalse();

        owners.revoked(0, List.of(2));
        assertThat(shared()).isFalse();
        owners.assigned(1, List.of(2));

        assertThat(shared()).isTrue();
    }

    @Test
    void areNotSharedWhileAPartitionHasTwoOwners() throws InterruptedException {
        owners.assigned(0, List.of(0, 1));
        owners.assigned(1, List.of(1, 2));

        assertThat(shared()).isFalse();
    }

    @Test
    void areNotSharedBeforeALeavingMemberIsGone() throws InterruptedException {
        owners.assigned(0, List.of(0, 2));
        owners.assigned(1, List.of(1));

        assertThat(owners.awaitShared(1, Duration.ZERO)).isFalse();
        owners.revoked(1, List.of(1));
        owners.left(1);
        owners.assigned(0, List.of(1));

        assertThat(owners.awaitShared(1, Duration.ZERO)).isTrue();
    }

    private boolean shared() throws InterruptedException {
        return owners.awaitShared(2, Duration.ZERO);
    }
}
