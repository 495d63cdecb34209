package smartcity.emission.testkit;

import io.quarkus.test.common.QuarkusTestResource;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A simulator as a Quarkus application of its own, with a [LateBroker]. Stands beside `@QuarkusTest`.
///
/// The test's fields of the types [LateBroker] and [RunningSimulator] are set before each test. All tests of the class
/// share the application and the broker.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@QuarkusTestResource(value = LateBroker.class, restrictToAnnotatedClass = true)
public @interface SimulatorTest {
    /// Settings of the simulator, each as `name=value`, such as `simulation.factor=60`.
    ///
    /// Simulated time begins at the instant `simulation.start`, in real time now, unless `simulation.until`
    /// makes the run a backfill.
    String[] value() default {};
}
