/// Proves that a lake has every record of its topics once, by object names, footers, rows and Kafka's offsets.
@NullMarked
package smartcity.audit;

import org.jspecify.annotations.NullMarked;
