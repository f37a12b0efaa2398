/** Tests of how pledges are folded and told. */
@NullMarked
package org.pledgebook.query.pledge;

import org.jspecify.annotations.NullMarked;
