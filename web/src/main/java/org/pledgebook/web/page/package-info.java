/** What all pages share: the layout's words, forms as they were typed, drafts, and pages that belong to no feature. */
@NullMarked
package org.pledgebook.web.page;

import org.jspecify.annotations.NullMarked;
