/** Partners' self-assessments, and what changed since the last. */
@NullMarked
package org.pledgebook.query.assessment;

import org.jspecify.annotations.NullMarked;
