package org.pledgebook.standalone;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fifty clients at once, against the real program. */
class RacesTest {

    @TempDir
    static Path data;

    static BookProcess book;

    @BeforeAll
    static void start() throws Exception {
        book = BookProcess.start(data, Scene.EMPTY_BOOK);
        Scene.setUp(book.client("administrator"));
    }

    @AfterAll
    static void stop() throws Exception {
        book.close();
    }

    @Test
    void givenRoomForThree_whenFiftyMakeAPledge_thenThreeSucceedAndTheRestHearWhy() throws Exception {
        Races.forAPlace(book);
    }

    @Test
    void givenOneIdempotencyKey_whenFiftySendTheSame_thenOneEventIsAppendedAndAllGetTheSameAnswer() throws Exception {
        Races.withOneKey(book);
    }

    @Test
    void givenTwoPartners_whenFiftyMergeEachIntoTheOther_thenOneMergerIsTakenAndThereIsNoCircle() throws Exception {
        Races.intoEachOther(book);
    }

    @Test
    void givenTwoPartnersThatAsk_whenFiftyAnswerForEachOther_thenEachAnswerIsKeptWithBoth() throws Exception {
        Races.answeringEachOther(book);
    }
}
