package org.pledgebook.shared.pledge;

/** How a pledge's public id is spelled. */
public final class PledgeId {

    /** The whole of one. */
    public static final String PATTERN = "[a-z0-9-]{1,60}/[a-z0-9-]{1,60}/[1-9][0-9]{0,8}";

    private PledgeId() {}

    /** {@code healthwatch-islington/2023/2}. */
    public static String of(String partner, String cycle, int number) {
        return partner + "/" + cycle + "/" + number;
    }

    /** The public id of a question on a pledge, {@code healthwatch-islington/2023/2/questions/1}. */
    public static String ofQuestion(String pledge, int question) {
        return pledge + "/questions/" + question;
    }
}
