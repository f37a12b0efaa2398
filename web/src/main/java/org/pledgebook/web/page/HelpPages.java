package org.pledgebook.web.page;

import org.pledgebook.web.Open;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Pages of words alone, and the one request that only keeps a session going. */
@Controller
final class HelpPages {

    @Open
    @GetMapping("/accessibility")
    String accessibility() {
        return "accessibility";
    }

    @Open
    @GetMapping("/what-we-record")
    String whatWeRecord() {
        return "what-we-record";
    }

    /** Somebody is still there: the session goes on. */
    @Reads(By.ONESELF)
    @GetMapping("/still-here")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stillHere() {
        // Being asked is all there is to it.
    }
}
