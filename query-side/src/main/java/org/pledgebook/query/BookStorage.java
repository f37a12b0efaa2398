package org.pledgebook.query;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventhandling.deadletter.MongoSequencedDeadLetterQueue;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** The one place that knows axon-mongo, which is no longer developed: tokens and dead letters beside the documents. */
@Configuration(proxyBeanMethods = false)
class BookStorage {

    private static final Logger LOG = LoggerFactory.getLogger(BookStorage.class);

    /** Owners, and events of one owner, that may wait; beyond it everything stands still rather than be skipped. */
    private static final int ROOM_FOR_LETTERS = 1_000_000;

    @Bean
    TokenStore tokenStore(MongoDatabaseFactory mongo, Serializer serializer) {
        return MongoTokenStore.builder()
                .mongoTemplate(template(mongo))
                .serializer(serializer)
                .build();
    }

    @Bean
    SequencedDeadLetterQueue<EventMessage<?>> bookLetters(
            MongoDatabaseFactory mongo, Serializer serializer, BookProjection projection) {
        MongoSequencedDeadLetterQueue.Builder<EventMessage<?>> builder = MongoSequencedDeadLetterQueue.builder();
        return new Letters(
                builder.processingGroup(BookProjection.NAME)
                        .mongoTemplate(template(mongo))
                        .serializer(serializer)
                        .maxSequences(ROOM_FOR_LETTERS)
                        .maxSequenceSize(ROOM_FOR_LETTERS),
                projection);
    }

    /** How far the segments of the book's processor are, whichever process has them; empty for one without a token. */
    static LongStream positions(MongoDatabase database, Serializer serializer) {
        return DefaultMongoTemplate.builder()
                .mongoDatabase(database)
                .build()
                .trackingTokensCollection()
                .find(eq("processorName", BookProjection.NAME))
                .map(entry -> token(entry.get("token", Binary.class), entry.getString("tokenType"), serializer))
                .into(new ArrayList<OptionalLong>())
                .stream()
                .mapToLong(position -> position.orElse(ReadModels.NOTHING));
    }

    private static OptionalLong token(@Nullable Binary token, @Nullable String type, Serializer serializer) {
        if (token == null || type == null) {
            return OptionalLong.empty();
        }
        TrackingToken read =
                serializer.deserialize(new SimpleSerializedObject<>(token.getData(), byte[].class, type, null));
        return read.position();
    }

    private static DefaultMongoTemplate template(MongoDatabaseFactory mongo) {
        return DefaultMongoTemplate.builder()
                .mongoDatabase(mongo.getMongoDatabase())
                .build();
    }

    /** Keeps letters and documents in step, for a crash or another process can come between them at any time. */
    private static final class Letters extends MongoSequencedDeadLetterQueue<EventMessage<?>> {

        private final BookProjection projection;

        Letters(Builder<EventMessage<?>> builder, BookProjection projection) {
            super(builder);
            this.projection = projection;
        }

        /**
         * Writes what the batch has folded so far before the letter is put away. Otherwise, after a crash between the
         * two, the owner's earlier events would come again, find the letter, and queue up behind it.
         */
        @Override
        public void enqueue(Object owner, DeadLetter<? extends EventMessage<?>> letter) {
            projection.batch(CurrentUnitOfWork.get()).flush();
            letter.cause()
                    .ifPresent(cause -> LOG.error(
                            "The event {} could not be folded; the documents of {} stand still until it can: {}",
                            letter.message().getIdentifier(),
                            owner,
                            cause.message()));
            super.enqueue(owner, letter);
        }

        /**
         * Is asked where an owner had letters. When they are gone, they were folded by somebody else, maybe after this
         * batch read the owner's documents.
         */
        @Override
        public boolean contains(Object owner) {
            var waiting = super.contains(owner);
            if (!waiting) {
                CurrentUnitOfWork.map(projection::batch).ifPresent(batch -> batch.forget(owner));
            }
            return waiting;
        }
    }
}
