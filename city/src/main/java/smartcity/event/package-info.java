/// The contract: the events of the five topics as records, and their JSON form.
@NullMarked
package smartcity.event;

import org.jspecify.annotations.NullMarked;
