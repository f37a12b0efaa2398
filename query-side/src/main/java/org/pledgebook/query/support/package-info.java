/** Support between partners: what they offer, what they ask for, and who helps whom. */
@NullMarked
package org.pledgebook.query.support;

import org.jspecify.annotations.NullMarked;
