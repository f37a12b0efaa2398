/** Routes of partners, their teams and their timelines. */
@NullMarked
package org.pledgebook.web.partner;

import org.jspecify.annotations.NullMarked;
