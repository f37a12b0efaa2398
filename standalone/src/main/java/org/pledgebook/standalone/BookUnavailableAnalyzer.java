package org.pledgebook.standalone;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the reason and the remedy at a failed start instead of a stack trace. */
final class BookUnavailableAnalyzer extends AbstractFailureAnalyzer<BookUnavailable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BookUnavailable cause) {
        return new FailureAnalysis(cause.reason(), cause.remedy(), cause);
    }
}
