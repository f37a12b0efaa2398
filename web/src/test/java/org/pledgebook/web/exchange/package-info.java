/** Tests of files. */
@NullMarked
package org.pledgebook.web.exchange;

import org.jspecify.annotations.NullMarked;
