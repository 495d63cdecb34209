/// What goes wrong between a device and Kafka, on purpose and by a seed.
@NullMarked
package smartcity.emission.fault;

import org.jspecify.annotations.NullMarked;
