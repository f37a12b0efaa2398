package org.pledgebook.shared;

import java.util.List;
import java.util.stream.Stream;
import org.pledgebook.shared.access.AccessCommand;
import org.pledgebook.shared.access.AccessEvent;
import org.pledgebook.shared.assessment.AssessmentCommand;
import org.pledgebook.shared.assessment.AssessmentEvent;
import org.pledgebook.shared.assessment.UsageCommand;
import org.pledgebook.shared.assessment.UsageEvent;
import org.pledgebook.shared.audit.AuditCommand;
import org.pledgebook.shared.audit.AuditEvent;
import org.pledgebook.shared.board.BoardCommand;
import org.pledgebook.shared.board.BoardEvent;
import org.pledgebook.shared.exchange.ExchangeCommand;
import org.pledgebook.shared.framework.FrameworkCommand;
import org.pledgebook.shared.framework.FrameworkEvent;
import org.pledgebook.shared.partner.PartnerCommand;
import org.pledgebook.shared.partner.PartnerEvent;
import org.pledgebook.shared.pledge.PledgeCommand;
import org.pledgebook.shared.pledge.PledgeEvent;
import org.pledgebook.shared.support.SupportCommand;
import org.pledgebook.shared.support.SupportEvent;

/** Everything that can be recorded and asked, read off the features' sealed interfaces. */
public final class Language {

    /** Every event of every feature. */
    public static final List<Class<? extends Event>> EVENTS = all(
            Event.class,
            AccessEvent.class,
            AssessmentEvent.class,
            AuditEvent.class,
            BoardEvent.class,
            FrameworkEvent.class,
            PartnerEvent.class,
            PledgeEvent.class,
            SupportEvent.class,
            UsageEvent.class);

    /** Every command of every feature. */
    public static final List<Class<? extends Command>> COMMANDS = all(
            Command.class,
            AccessCommand.class,
            AssessmentCommand.class,
            AuditCommand.class,
            BoardCommand.class,
            ExchangeCommand.class,
            FrameworkCommand.class,
            PartnerCommand.class,
            PledgeCommand.class,
            SupportCommand.class,
            UsageCommand.class);

    private Language() {}

    private static <T> List<Class<? extends T>> all(Class<T> kind, Class<?>... sealed) {
        return Stream.of(sealed)
                .flatMap(feature -> Stream.of(feature.getPermittedSubclasses()))
                .<Class<? extends T>>map(message -> message.asSubclass(kind))
                .toList();
    }
}
