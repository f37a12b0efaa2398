/** The one HTTP edge: what every route shares, from the request id to the problem that says what went wrong. */
@NullMarked
package org.pledgebook.web;

import org.jspecify.annotations.NullMarked;
