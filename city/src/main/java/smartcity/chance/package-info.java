/// Seeded randomness: equal seeds and keys give equal draws, in any sequence and in any process.
@NullMarked
package smartcity.chance;

import org.jspecify.annotations.NullMarked;
