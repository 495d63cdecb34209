/// What native-image needs of a service, checked without a native compiler.
@NullMarked
package smartcity.nativeimage;

import org.jspecify.annotations.NullMarked;
