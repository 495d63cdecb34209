/// Tests of a simulator with a broker: a broker that starts late, the records of its topics, and their contract.
@NullMarked
package smartcity.emission.testkit;

import org.jspecify.annotations.NullMarked;
