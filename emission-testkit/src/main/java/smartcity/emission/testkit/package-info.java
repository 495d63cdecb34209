/// How a simulator is tested with a broker: a broker that comes late, what is in its topics, and the contract.
@NullMarked
package smartcity.emission.testkit;

import org.jspecify.annotations.NullMarked;
