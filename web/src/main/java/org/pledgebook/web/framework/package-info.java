/** Routes of self-assessment frameworks. */
@NullMarked
package org.pledgebook.web.framework;

import org.jspecify.annotations.NullMarked;
