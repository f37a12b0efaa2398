/** Tests of support between partners. */
@NullMarked
package org.pledgebook.query.support;

import org.jspecify.annotations.NullMarked;
