/// Which part of a service's devices this process tells, and how far it has come with them.
@NullMarked
package smartcity.emission.shard;

import org.jspecify.annotations.NullMarked;
