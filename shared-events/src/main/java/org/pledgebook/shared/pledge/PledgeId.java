package org.pledgebook.shared.pledge;

/** How a pledge's public id is spelled. */
public final class PledgeId {

    private PledgeId() {}

    /** {@code healthwatch-islington/2023/2}. */
    public static String of(String partner, String cycle, int number) {
        return partner + "/" + cycle + "/" + number;
    }
}
