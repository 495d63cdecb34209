/// Seeded chance: the same seed and the same question give the same answer, in any order and in any process.
@NullMarked
package smartcity.chance;

import org.jspecify.annotations.NullMarked;
