/// The sink as a process: its entry point, what it is made of, its start and its stop.
@NullMarked
package smartcity.sink;

import org.jspecify.annotations.NullMarked;
