package org.pledgebook.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.pledgebook.web.Reads.By;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Addresses that are promised and not here yet. They answer 501, so that nobody takes them for a mistake in spelling. */
@Hidden
@RestController
final class NotYetApi {

    private static final String PLEDGE = "/api/partners/{partner}/pledges/{cycle}/{number}";

    @PostMapping(PLEDGE + "/amendments")
    @Reads(By.READERS_OF_THE_BOARD)
    void amend() {
        throw Refused.notYetHere("Amending a pledge");
    }

    @PostMapping(PLEDGE + "/extension")
    @Reads(By.READERS_OF_THE_BOARD)
    void extend() {
        throw Refused.notYetHere("Extending a pledge to more teams");
    }

    @PostMapping(PLEDGE + "/withdrawal")
    @Reads(By.READERS_OF_THE_BOARD)
    void withdraw() {
        throw Refused.notYetHere("Withdrawing a pledge");
    }

    @PostMapping(PLEDGE + "/fulfilment")
    @Reads(By.READERS_OF_THE_BOARD)
    void fulfil() {
        throw Refused.notYetHere("Marking a pledge as fulfilled");
    }

    @PostMapping(PLEDGE + "/continuation")
    @Reads(By.READERS_OF_THE_BOARD)
    void carryOn() {
        throw Refused.notYetHere("Carrying a pledge into a later cycle");
    }

    @PostMapping({PLEDGE + "/questions", PLEDGE + "/questions/{question}/answer"})
    @Reads(By.READERS_OF_THE_BOARD)
    void ask() {
        throw Refused.notYetHere("Asking and answering questions on a pledge");
    }

    @GetMapping(PLEDGE + "/history")
    @Reads(By.READERS_OF_THE_BOARD)
    void history() {
        throw Refused.notYetHere("A pledge's history with its differences");
    }

    @GetMapping("/api/partners/{partner}/support")
    @Reads(By.READERS_OF_THE_BOARD)
    void support() {
        throw Refused.notYetHere("Reading offers of and requests for support");
    }

    @PostMapping({"/api/partners/{partner}/support", "/api/partners/{partner}/support/{support}/answers"})
    @Reads(By.READERS_OF_THE_BOARD)
    void offerSupport() {
        throw Refused.notYetHere("Offering, asking for and answering support");
    }

    @PostMapping("/api/partners/{partner}/name")
    @Reads(By.READERS_OF_THE_BOARD)
    void rename() {
        throw Refused.notYetHere("Changing a partner's name");
    }

    @PostMapping("/api/partners/{partner}/merger")
    @Reads(By.READERS_OF_THE_BOARD)
    void merge() {
        throw Refused.notYetHere("Merging a partner into another");
    }

    @PostMapping("/api/partners/{partner}/departure")
    @Reads(By.READERS_OF_THE_BOARD)
    void depart() {
        throw Refused.notYetHere("A partner's leaving the board");
    }

    @DeleteMapping("/api/people/{person}")
    @Reads(By.ADMINISTRATORS)
    void forget() {
        throw Refused.notYetHere("Forgetting a person's name and address");
    }

    @GetMapping("/api/audit/compare")
    @Reads(By.ANYBODY_WITH_ACCESS)
    void compare() {
        throw Refused.notYetHere("Comparing two days of the book");
    }
}
