package org.pledgebook.shared.exchange;

import org.pledgebook.shared.Command;

/** What can be asked of many statements at once. */
public sealed interface ExchangeCommand extends Command permits ImportStatements {

    /** The partner whose statements they are. */
    String partner();

    @Override
    default String statementOf() {
        return partner();
    }
}
