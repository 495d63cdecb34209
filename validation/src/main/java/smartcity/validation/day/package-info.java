/// Days of the city, computed without Kafka by the classes of the services.
@NullMarked
package smartcity.validation.day;

import org.jspecify.annotations.NullMarked;
