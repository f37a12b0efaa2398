/** Tests of how partners are folded and told. */
@NullMarked
package org.pledgebook.query.partner;

import org.jspecify.annotations.NullMarked;
