/// The sink as a service: configuration, clients, life cycle, health and REST around the poll loop.
@NullMarked
package smartcity.sink;

import org.jspecify.annotations.NullMarked;
