/** Routes of pledges and their progress. */
@NullMarked
package org.pledgebook.web.pledge;

import org.jspecify.annotations.NullMarked;
