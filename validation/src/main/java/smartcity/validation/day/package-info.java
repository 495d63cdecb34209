/// Days of the city, computed without Kafka from what the services are made of.
@NullMarked
package smartcity.validation.day;

import org.jspecify.annotations.NullMarked;
