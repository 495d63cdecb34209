/// Division of the city's devices among replicas.
@NullMarked
package smartcity.shard;

import org.jspecify.annotations.NullMarked;
