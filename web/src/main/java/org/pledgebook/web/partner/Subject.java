package org.pledgebook.web.partner;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.Language;
import org.pledgebook.shared.Stored;
import org.pledgebook.shared.assessment.AssessmentEvent;
import org.pledgebook.shared.assessment.UsageEvent;
import org.pledgebook.shared.partner.PartnerEvent;
import org.pledgebook.shared.pledge.PledgeEvent;
import org.pledgebook.shared.support.SupportEvent;

/** What an entry of a partner's story is about, as people choose it. */
enum Subject {
    /** Pledges made, amended and all that becomes of them. */
    PLEDGES(type -> PledgeEvent.class.isAssignableFrom(type) && !isReport(type) && !isQuestion(type)),
    /** Reports and corrections. */
    REPORTS(Subject::isReport),
    /** Questions and answers. */
    QUESTIONS(Subject::isQuestion),
    /** Self-assessments, and tables that were made public. */
    ASSESSMENTS(type -> AssessmentEvent.class.isAssignableFrom(type) || UsageEvent.class.isAssignableFrom(type)),
    /** Support offered, asked for and given. */
    SUPPORT(SupportEvent.class::isAssignableFrom),
    /** The partner itself: names, teams, mergers. */
    PARTNER(PartnerEvent.class::isAssignableFrom);

    private final Set<String> types;

    Subject(Predicate<Class<? extends Event>> which) {
        this.types = Language.EVENTS.stream().filter(which).map(Subject::name).collect(Collectors.toUnmodifiableSet());
    }

    /** The stored names of its events. */
    Set<String> types() {
        return types;
    }

    private static boolean isReport(Class<? extends Event> type) {
        return name(type).startsWith("progress-");
    }

    private static boolean isQuestion(Class<? extends Event> type) {
        return name(type).startsWith("question-");
    }

    private static String name(Class<? extends Event> type) {
        return type.getAnnotation(Stored.class).name();
    }
}
