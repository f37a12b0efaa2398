package org.pledgebook.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.TimeZone;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** Every document comes back from BSON as it was, also where the default time zone is another when it is read. */
class MongoMappingTest {

    private static final String[] ZONES = {
        "Europe/London", "UTC", "Pacific/Auckland", "America/Los_Angeles", "Asia/Kathmandu"
    };

    private final TimeZone before = TimeZone.getDefault();
    private final MappingMongoConverter converter = converter();

    @AfterTry
    void restore() {
        TimeZone.setDefault(before);
    }

    @Property(tries = 25)
    void givenDocumentsOfARandomHistory_whenWrittenAndReadInOtherTimeZones_thenTheyAreTheSame(
            @ForAll long seed, @ForAll @IntRange(max = 4) int writtenIn, @ForAll @IntRange(max = 4) int readIn) {
        for (var document :
                TestBook.folded(History.of(new Random(seed), 5, 150)).values()) {
            TimeZone.setDefault(TimeZone.getTimeZone(ZONES[writtenIn]));
            var bytes = write(document);

            TimeZone.setDefault(TimeZone.getTimeZone(ZONES[readIn]));
            assertThat(converter.read(document.getClass(), read(bytes)))
                    .as("seed %d, written in %s, read in %s", seed, ZONES[writtenIn], ZONES[readIn])
                    .isEqualTo(document);
        }
    }

    private BasicOutputBuffer write(Object document) {
        var bson = new Document();
        converter.write(document, bson);
        var buffer = new BasicOutputBuffer();
        MongoClientSettings.getDefaultCodecRegistry()
                .get(Document.class)
                .encode(
                        new BsonBinaryWriter(buffer),
                        bson,
                        EncoderContext.builder().build());
        return buffer;
    }

    private static Document read(BasicOutputBuffer buffer) {
        return MongoClientSettings.getDefaultCodecRegistry()
                .get(Document.class)
                .decode(
                        new BsonBinaryReader(ByteBuffer.wrap(buffer.toByteArray())),
                        DecoderContext.builder().build());
    }

    private static MappingMongoConverter converter() {
        var mapping = new MongoMapping();
        var conversions = mapping.conversions();
        var context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        var converter = mapping.mappingMongoConverter(context, conversions);
        converter.afterPropertiesSet();
        return converter;
    }
}
