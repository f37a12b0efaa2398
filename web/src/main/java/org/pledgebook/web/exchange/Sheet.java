package org.pledgebook.web.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table to be written.
 *
 * @param columns their names, the first row
 * @param rows text, numbers, dates and nothing, as many in each as there are columns
 */
public record Sheet(String name, List<String> columns, List<List<@Nullable Object>> rows) {}
