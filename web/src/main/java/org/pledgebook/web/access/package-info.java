/** People: signing in, their accounts in the cabinet, and the routes that give and end their access. */
@NullMarked
package org.pledgebook.web.access;

import org.jspecify.annotations.NullMarked;
