/** Routes for whoever checks the record. */
@NullMarked
package org.pledgebook.web.audit;

import org.jspecify.annotations.NullMarked;
