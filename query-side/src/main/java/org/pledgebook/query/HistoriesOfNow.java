package org.pledgebook.query;

import java.time.Clock;
import org.pledgebook.query.audit.HistoryQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stories that end with what has been folded by now. */
@Configuration(proxyBeanMethods = false)
class HistoriesOfNow {

    @Bean
    HistoryQueries histories(Past past, ReadModels readModels, Clock clock) {
        return new HistoryQueries(past, () -> new Moment(readModels.position(), clock.instant()));
    }
}
