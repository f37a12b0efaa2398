/** The routes for support between partners. */
@NullMarked
package org.pledgebook.web.support;

import org.jspecify.annotations.NullMarked;
