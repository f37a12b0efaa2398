/** Routes of partners' self-assessments. */
@NullMarked
package org.pledgebook.web.assessment;

import org.jspecify.annotations.NullMarked;
