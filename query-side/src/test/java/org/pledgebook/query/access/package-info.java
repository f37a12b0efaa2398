/** Tests of how access is folded and told. */
@NullMarked
package org.pledgebook.query.access;

import org.jspecify.annotations.NullMarked;
