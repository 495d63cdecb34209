/// The live page as a process: its settings, its channels to Kafka, its HTTP interface.
@NullMarked
package smartcity.view;

import org.jspecify.annotations.NullMarked;
