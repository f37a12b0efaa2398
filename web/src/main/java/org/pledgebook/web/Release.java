package org.pledgebook.web;

/** Which version of Pledgebook this is. */
public final class Release {

    /** As the build has it. */
    public static final String VERSION = "0.1.0";

    private Release() {}
}
