/** Published versions of self-assessment frameworks. */
@NullMarked
package org.pledgebook.query.framework;

import org.jspecify.annotations.NullMarked;
