package org.pledgebook.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What somebody sees who opens the service's bare address. */
@Hidden
@RestController
final class FrontPage {

    private static final String HTML = """
            <!doctype html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Pledgebook</title>
            </head>
            <body>
            <main>
            <h1>Pledgebook</h1>
            <p>The book of record for inclusion pledges: what the partners of a board have promised, what they say of
            their progress, and who said it when. Nothing in it is ever changed.</p>
            <ul>
            <li><a href="/swagger-ui.html">Read about the API and try it</a></li>
            <li><a href="/v3/api-docs">The API's description for programs (OpenAPI)</a></li>
            <li><a href="/actuator/health">Whether the service is well</a></li>
            </ul>
            </main>
            </body>
            </html>
            """;

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    String show() {
        return HTML;
    }
}
