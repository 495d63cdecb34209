/// The contract: what the five topics carry, as records, and their JSON form.
@NullMarked
package smartcity.event;

import org.jspecify.annotations.NullMarked;
