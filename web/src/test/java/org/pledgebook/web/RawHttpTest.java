package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that no honest client writes, some of which never reach a route. */
class RawHttpTest extends EdgeTest {

    static Stream<String> oddRequests() {
        return Stream.of(
                "GET /api/boards/%zz HTTP/1.1",
                "GET /api/boards?limit=%zz HTTP/1.1",
                "GET /api/boards?cursor=%ff%fe HTTP/1.1",
                "GET /api/boards/a|b HTTP/1.1",
                "GET /api/boards/{x} HTTP/1.1",
                "GET /api//boards HTTP/1.1",
                "GET /api/boards;x=y HTTP/1.1",
                "GET /api/../api/boards HTTP/1.1",
                "GET /api/boards/%2e%2e/x HTTP/1.1",
                "GET /api/boards/a%2fb HTTP/1.1",
                "GET /api/boards/%00 HTTP/1.1",
                "GET /api/boards/%c3%28 HTTP/1.1",
                "GET /api/boards/" + "x".repeat(20_000) + " HTTP/1.1",
                "FOO /api/boards HTTP/1.1",
                "TRACE /api/boards HTTP/1.1",
                "get /api/boards HTTP/1.1",
                "POST /api/boards HTTP/1.1\r\nContent-Length: 2\r\nContent-Type: application/json\r\nIdempotency-Key: \u00e4",
                "POST /api/boards HTTP/1.1\r\nContent-Length: 2\r\nContent-Type: application/json\r\nIf-Match: \"1\"\r\nIf-Match: \"2\"",
                "POST /api/boards HTTP/1.1\r\nContent-Length: x",
                "nonsense");
    }

    @ParameterizedTest
    @MethodSource("oddRequests")
    void givenARequestThatNobodyWrites_whenItIsSent_thenItIsTheSendersFault_andAProblem(String head)
            throws IOException {
        var answer = raw(head + "\r\nHost: localhost\r\nAuthorization: " + basic(ADMINISTRATOR, PASSWORD)
                + "\r\nConnection: close\r\n\r\n{}");

        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json", "{\"type\":\"/problems/");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
