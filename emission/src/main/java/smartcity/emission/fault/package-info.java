/// Faults between the devices and Kafka, on purpose and by a seed.
@NullMarked
package smartcity.emission.fault;

import org.jspecify.annotations.NullMarked;
