/** In and out: templates, imports and exports as CSV and XLSX. */
@NullMarked
package org.pledgebook.web.exchange;

import org.jspecify.annotations.NullMarked;
