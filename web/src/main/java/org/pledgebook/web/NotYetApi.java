package org.pledgebook.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.pledgebook.web.Reads.By;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Addresses that are promised and not here yet. They answer 501, so that nobody takes them for a mistake in spelling. */
@Hidden
@RestController
final class NotYetApi {

    private static final String PLEDGE = "/api/partners/{partner}/pledges/{cycle}/{number}";

    @PostMapping(PLEDGE + "/amendments")
    @Reads(By.READERS_OF_THE_BOARD)
    ResponseEntity<Problem> amend() {
        return notYet("Amending a pledge");
    }

    @PostMapping(PLEDGE + "/extension")
    @Reads(By.READERS_OF_THE_BOARD)
    ResponseEntity<Problem> extend() {
        return notYet("Extending a pledge to more teams");
    }

    @PostMapping(PLEDGE + "/withdrawal")
    @Reads(By.READERS_OF_THE_BOARD)
    ResponseEntity<Problem> withdraw() {
        return notYet("Withdrawing a pledge");
    }

    @PostMapping(PLEDGE + "/fulfilment")
    @Reads(By.READERS_OF_THE_BOARD)
    ResponseEntity<Problem> fulfil() {
        return notYet("Marking a pledge as fulfilled");
    }

    @PostMapping(PLEDGE + "/continuation")
    @Reads(By.READERS_OF_THE_BOARD)
    ResponseEntity<Problem> carryOn() {
        return notYet("Carrying a pledge into a later cycle");
    }

    @PostMapping({PLEDGE + "/questions", PLEDGE + "/questions/{question}/answer"})
    @Reads(By.READERS_OF_THE_BOARD)
    ResponseEntity<Problem> ask() {
        return notYet("Asking and answering questions on a pledge");
    }

    private static ResponseEntity<Problem> notYet(String what) {
        return Problems.answer(Refused.notYetHere(what));
    }
}
