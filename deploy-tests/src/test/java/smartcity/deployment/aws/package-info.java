/// Tests of `deploy/aws`: the stack, and the tables of Athena, Glue and Redshift.
@NullMarked
package smartcity.deployment.aws;

import org.jspecify.annotations.NullMarked;
