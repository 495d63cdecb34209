/// A real sink under real faults: processes killed and stopped, S3 that fails, a broker that restarts; then the proof.
@NullMarked
package smartcity.chaos;

import org.jspecify.annotations.NullMarked;
