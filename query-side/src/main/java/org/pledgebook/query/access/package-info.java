/** What people may do; their names are in the cabinet. */
@NullMarked
package org.pledgebook.query.access;

import org.jspecify.annotations.NullMarked;
