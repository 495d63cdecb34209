/// The result of an audit, as text and as JSON.
@NullMarked
package smartcity.audit.report;

import org.jspecify.annotations.NullMarked;
