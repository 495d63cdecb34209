package smartcity.local.child;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExitReasonTest {
    @Test
    void isTheCauseBehindTheLastError() {
        String log = """
                2026-11-30 08:00:00,001 INFO  [sma.veh.VehicleSimulator] (main) Starting
                2026-11-30 08:00:01,002 ERROR [io.qua.run.Application] (main) Failed to start application: java.lang.RuntimeException: Failed to start quarkus
                \tat io.quarkus.runner.ApplicationImpl.doStart(Unknown Source)
                \tat java.base/java.lang.reflect.Method.invoke(Method.java:565)
                Caused by: java.lang.IllegalStateException
                \tat smartcity.vehicle.VehicleSimulator.<init>(VehicleSimulator.java:40)
                Caused by: java.lang.IllegalArgumentException: vehicle.count must be within [1, 1000000] but was 0
                \t... 20 more
                2026-11-30 08:00:01,100 INFO  [io.quarkus] (main) vehicle-simulator stopped in 0.01s
                """;

        assertThat(ExitReason.in(log.lines().toList())).contains("vehicle.count must be within [1, 1000000] but was 0");
    }

    @Test
    void isTheErrorItselfWithoutACause() {
        String log = """
                2026-11-30 08:00:01,002 ERROR [io.qua.run.Application] (main) Port 8081 is in use by another process
                2026-11-30 08:00:01,003 WARN  [org.apa.kaf.cli] (main) Bootstrap broker disconnected
                Caused by: java.io.IOException: of the warning
                """;

        assertThat(ExitReason.in(log.lines().toList())).contains("Port 8081 is in use by another process");
    }

    @Test
    void isThatOfAnUncaughtException() {
        String log = """
                Exception in thread "main" java.lang.ExceptionInInitializerError
                \tat s3proxy.Main.main(Main.java:1)
                Caused by: java.net.BindException: Address already in use
                """;

        assertThat(ExitReason.in(log.lines().toList())).contains("Address already in use");
    }

    @Test
    void isUnknownWhereTheLogHasNoError() {
        assertThat(ExitReason.in("2026-11-30 08:00:00,001 INFO  [a] (main) Starting"
                        .lines()
                        .toList()))
                .isEmpty();
    }
}
