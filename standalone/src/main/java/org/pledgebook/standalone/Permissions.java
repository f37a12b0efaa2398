package org.pledgebook.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Owner-only access for what holds the book, on file systems that know POSIX permissions. */
final class Permissions {

    private static final String FILE = "rw-------";
    private static final String FOLDER = "rwx------";

    private Permissions() {}

    static FileAttribute<?>[] forNewFile(Path near) {
        return attributes(near, FILE);
    }

    static FileAttribute<?>[] forNewFolder(Path near) {
        return attributes(near, FOLDER);
    }

    /** Takes away what group and others may do with an existing file; gives nobody more than they had. */
    static void tighten(Path file) throws IOException {
        if (isPosix(file)) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (permissions.retainAll(PosixFilePermissions.fromString(FILE))) {
                Files.setPosixFilePermissions(file, permissions);
            }
        }
    }

    private static FileAttribute<?>[] attributes(Path near, String permissions) {
        return isPosix(near)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
