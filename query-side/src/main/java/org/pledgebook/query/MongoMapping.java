package org.pledgebook.query;

import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.pledgebook.query.access.PersonDocument;
import org.pledgebook.query.assessment.AssessmentDocument;
import org.pledgebook.query.assessment.ReferenceDocument;
import org.pledgebook.query.assessment.ReleaseDocument;
import org.pledgebook.query.assessment.Submitted;
import org.pledgebook.query.audit.AuditEntry;
import org.pledgebook.query.audit.SigningKeyDocument;
import org.pledgebook.query.board.BoardDocument;
import org.pledgebook.query.framework.FrameworkDocument;
import org.pledgebook.query.partner.PartnerDocument;
import org.pledgebook.query.pledge.Continuation;
import org.pledgebook.query.pledge.PledgeDocument;
import org.pledgebook.query.pledge.PledgeSetDocument;
import org.pledgebook.query.pledge.Remark;
import org.pledgebook.query.pledge.Statement;
import org.pledgebook.query.pledge.Version;
import org.pledgebook.query.support.SupportDocument;
import org.pledgebook.query.support.SupportSetDocument;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions.BigDecimalRepresentation;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** How documents become BSON and are found again. */
@Configuration(proxyBeanMethods = false)
class MongoMapping {

    /** Every kind of document that changes; entries do not. Tiles grow. */
    static final List<Class<? extends Folded>> CHANGING = List.of(
            AssessmentDocument.class,
            BoardDocument.class,
            Continuation.class,
            FrameworkDocument.class,
            PartnerDocument.class,
            PersonDocument.class,
            PledgeDocument.class,
            PledgeSetDocument.class,
            ReferenceDocument.class,
            Register.class,
            ReleaseDocument.class,
            SigningKeyDocument.class,
            SupportDocument.class,
            SupportSetDocument.class,
            Tile.class);

    /** Every kind of document that events are folded into, entries among them. */
    static final List<Class<? extends Folded>> FOLDED = Stream.concat(
                    CHANGING.stream().filter(kind -> kind != Tile.class),
                    Stream.of(
                            AuditEntry.class,
                            KeptEvent.class,
                            Remark.class,
                            Statement.class,
                            Submitted.class,
                            Version.class))
            .toList();

    /**
     * Days and instants in UTC whatever the machine's time zone, and decimal numbers as they are written: the defaults
     * would move a day when the machine's zone changes.
     */
    @Bean
    MongoCustomConversions conversions() {
        return MongoCustomConversions.create(
                adapter -> adapter.useNativeDriverJavaTimeCodecs().bigDecimal(BigDecimalRepresentation.STRING));
    }

    /** Writes no class names: each collection holds one kind of record. */
    @Bean
    MappingMongoConverter mappingMongoConverter(MongoMappingContext context, MongoCustomConversions conversions) {
        var converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, context);
        converter.setCustomConversions(conversions);
        converter.setTypeMapper(new DefaultMongoTypeMapper(null));
        return converter;
    }

    /**
     * Finds the state that a document was made from; finds partners by board, releases by partner and entries by what they are about.
     * An embedded server has unique indexes only.
     */
    @Bean
    InitializingBean indexes(MongoOperations mongo) {
        return () -> {
            for (var kind : CHANGING) {
                indexStates(mongo, mongo.getCollectionName(kind));
            }
            index(mongo, PartnerDocument.class, "board", Direction.ASC);
            index(mongo, SupportDocument.class, "partner", Direction.ASC);
            index(mongo, Register.class, "board", Direction.ASC);
            index(mongo, Register.class, "kind", Direction.ASC);
            index(mongo, ReleaseDocument.class, "partner", Direction.ASC);
            for (var field : List.of("boards", "partner", "pledges", "actor", "type")) {
                index(mongo, AuditEntry.class, field, Direction.DESC);
            }
        };
    }

    /** Finds the state that a document was made from. */
    static void indexStates(MongoOperations mongo, String collection) {
        mongo.indexOps(collection)
                .createIndex(new Index("_id", Direction.ASC)
                        .on("position", Direction.ASC)
                        .unique());
    }

    private static void index(MongoOperations mongo, Class<?> kind, String field, Direction ids) {
        mongo.indexOps(kind).createIndex(new Index(field, Direction.ASC).on("_id", ids));
    }

    /** Takes the place of Boot's own, which asks for a command that an embedded server does not know. */
    @Bean
    HealthIndicator mongoHealthIndicator(MongoOperations mongo) {
        return () -> {
            try {
                mongo.executeCommand(new Document("ping", 1));
                return Health.up().build();
            } catch (RuntimeException e) {
                return Health.down(e).build();
            }
        };
    }
}
