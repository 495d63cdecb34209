/// What an audit has found, for people and for machines.
@NullMarked
package smartcity.audit.report;

import org.jspecify.annotations.NullMarked;
