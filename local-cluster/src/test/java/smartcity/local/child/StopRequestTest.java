package smartcity.local.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StopRequestTest {
    private final StopRequest stop = new StopRequest();

    @Test
    void isCalmAtTheFirstCall() {
        stop.request();

        assertThat(stop.awaitRequest(Duration.ZERO)).isTrue();
        assertThat(stop.isUrgent()).isFalse();
    }

    @Test
    void isUrgentFromTheSecondCall() {
        stop.request();
        stop.request();

        assertThat(stop.isUrgent()).isTrue();
    }

    @Test
    void pausesOnlyForTheRequestedTime() {
        boolean asked = stop.awaitRequest(Duration.ofMillis(1));

        assertThat(asked).isFalse();
    }
}
