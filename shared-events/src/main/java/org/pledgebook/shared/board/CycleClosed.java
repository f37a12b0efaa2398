package org.pledgebook.shared.board;

import org.pledgebook.shared.Stored;

/** A cycle takes no more statements. */
@Stored(name = "cycle-closed")
public record CycleClosed(String board, String cycle, String reason) implements BoardEvent {}
