/// Knows what native-image needs to know of a service, and checks it without a native compiler.
@NullMarked
package smartcity.nativeimage;

import org.jspecify.annotations.NullMarked;
