/** Pledges with every version and report, and one partner's pledges of a cycle in short. */
@NullMarked
package org.pledgebook.query.pledge;

import org.jspecify.annotations.NullMarked;
