package org.pledgebook.command.audit;

import org.junit.jupiter.api.Test;
import org.pledgebook.command.Book;
import org.pledgebook.shared.audit.IntroduceSigningKey;
import org.pledgebook.shared.audit.SigningKeyIntroduced;

class SigningKeysTest {

    private static final String LOG = "pledgebook/0f3a5c7e9b1d2f40";
    private static final SigningKeyIntroduced FIRST = introduced("first");

    @Test
    void givenNoKey_whenOneIsIntroduced_thenItIsOnRecord() {
        Book.of(SigningKeys.class).given().when(introduce("first")).then(FIRST).answers(LOG, 1);
    }

    @Test
    void givenAKey_whenAnotherIsIntroduced_thenItComesAfter() {
        Book.of(SigningKeys.class)
                .given(FIRST)
                .when(introduce("second"))
                .then(introduced("second"))
                .answers(LOG, 2);
    }

    @Test
    void givenAKeyThatWasReplaced_whenItIsIntroducedAgain_thenItDoesNotComeBack() {
        Book.of(SigningKeys.class)
                .given(FIRST, introduced("second"))
                .when(introduce("first"))
                .refused("signing-key-known", 409);
    }

    @Test
    void givenTheKeyOfAnotherLog_whenItIsIntroduced_thenItIsRefused() {
        Book.of(SigningKeys.class)
                .given()
                .when(new IntroduceSigningKey(LOG, "pledgebook/other+id+key", "A mistake"))
                .refused("key-of-another-log", 422, "/key");
    }

    private static IntroduceSigningKey introduce(String key) {
        return new IntroduceSigningKey(LOG, LOG + "+id+" + key, "Because");
    }

    private static SigningKeyIntroduced introduced(String key) {
        return new SigningKeyIntroduced(LOG, LOG + "+id+" + key, "Because");
    }
}
