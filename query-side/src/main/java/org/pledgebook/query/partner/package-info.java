/** Partners, their scores, and the timeline of what was recorded of them. */
@NullMarked
package org.pledgebook.query.partner;

import org.jspecify.annotations.NullMarked;
