/// Tests that the documents of the contract agree with the schemas.
@NullMarked
package smartcity.contract;

import org.jspecify.annotations.NullMarked;
