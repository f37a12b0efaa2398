/** Support between partners: what one offers or asks for, and who answers. */
@NullMarked
package org.pledgebook.shared.support;

import org.jspecify.annotations.NullMarked;
