/** Tests of how assessments are folded and told. */
@NullMarked
package org.pledgebook.query.assessment;

import org.jspecify.annotations.NullMarked;
