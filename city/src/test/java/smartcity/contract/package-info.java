/// The documents of the contract, held to the schemas.
@NullMarked
package smartcity.contract;

import org.jspecify.annotations.NullMarked;
