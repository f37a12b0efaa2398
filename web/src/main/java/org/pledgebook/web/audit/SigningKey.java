package org.pledgebook.web.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pledgebook.web.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The Ed25519 key that checkpoints and packs are signed with, and the notes it signs (C2SP signed-note). It comes from
 * the setting {@code pledgebook.signing.key}, or lies in the file {@code pledgebook.signing.key-file}, which is made
 * where it is not there. Both hold two PEM blocks: a PKCS#8 private key and its public key.
 */
@Component
final class SigningKey {

    private static final String ED25519 = "Ed25519";
    private static final int RAW_KEY = 32;
    private static final byte ED25519_TYPE = 1;

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN (PRIVATE|PUBLIC) KEY-----\\s+([A-Za-z0-9+/=\\s]+)-----END \\1 KEY-----");

    private final @Nullable KeyPair pair;

    @Autowired
    SigningKey(@Value("${pledgebook.signing.key:}") String pem, @Value("${pledgebook.signing.key-file:}") String file) {
        this(!pem.isBlank() ? parsed("pledgebook.signing.key", pem) : file.isBlank() ? null : kept(Path.of(file)));
    }

    SigningKey(@Nullable KeyPair pair) {
        this.pair = pair;
    }

    /** A new key. */
    static KeyPair fresh() {
        try {
            return KeyPairGenerator.getInstance(ED25519).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform since 15 has Ed25519", e);
        }
    }

    /** Whether there is one. */
    boolean isThere() {
        return pair != null;
    }

    /** A text with its signature under a name. The text ends with a line break. */
    String note(String name, String text) {
        var signature = signature(text.getBytes(UTF_8));
        return text + "\n\u2014 " + name + " " + Base64.getEncoder().encodeToString(joined(id(name), signature)) + "\n";
    }

    /** The public key under a name, as it is handed on: {@code name+id+key}. */
    String verifierKey(String name) {
        return name + "+" + HexFormat.of().formatHex(id(name)) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    /** What tells this key from others of the same name. */
    byte[] id(String name) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update((name + "\n").getBytes(UTF_8));
            return Arrays.copyOf(sha.digest(typed()), 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] signature(byte[] text) {
        try {
            return sign(pair().getPrivate(), text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public key as signed notes have it: its type, and its 32 bytes. */
    private byte[] typed() {
        var encoded = pair().getPublic().getEncoded();
        return joined(new byte[] {ED25519_TYPE}, Arrays.copyOfRange(encoded, encoded.length - RAW_KEY, encoded.length));
    }

    private KeyPair pair() {
        if (pair == null) {
            throw Refused.later(
                    "no-signing-key",
                    "Nothing can be signed",
                    "The service was started without a key to sign with. Whoever runs it has to give it one:"
                            + " pledgebook.signing.key or pledgebook.signing.key-file.",
                    Duration.ofHours(1));
        }
        return pair;
    }

    private static KeyPair kept(Path file) {
        try {
            return parsed(file.toString(), Files.readString(file));
        } catch (NoSuchFileException none) {
            var made = fresh();
            keep(made, file.toAbsolutePath());
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key " + file + " cannot be read.", e);
        }
    }

    /** Written whole under another name first, so that a crash leaves no half of a key. */
    private static void keep(KeyPair made, Path file) {
        var pem = block("PRIVATE", made.getPrivate().getEncoded())
                + block("PUBLIC", made.getPublic().getEncoded());
        try {
            var folder = Objects.requireNonNull(file.getParent(), "a file lies in a folder");
            Files.createDirectories(folder);
            var posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
            var ownerOnly = posix
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];
            var written = Files.createTempFile(folder, "signing", ".new", ownerOnly);
            Files.writeString(written, pem);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key " + file + " cannot be written.", e);
        }
    }

    private static String block(String kind, byte[] encoded) {
        return "-----BEGIN %s KEY-----\n%s\n-----END %s KEY-----\n"
                .formatted(kind, Base64.getEncoder().encodeToString(encoded), kind);
    }

    private static KeyPair parsed(String where, String pem) {
        try {
            var keys = KeyFactory.getInstance(ED25519);
            @Nullable PrivateKey priv = null;
            @Nullable PublicKey pub = null;
            var blocks = BLOCK.matcher(pem);
            while (blocks.find()) {
                var encoded = Base64.getMimeDecoder().decode(blocks.group(2));
                if (blocks.group(1).equals("PRIVATE")) {
                    priv = keys.generatePrivate(new PKCS8EncodedKeySpec(encoded));
                } else {
                    pub = keys.generatePublic(new X509EncodedKeySpec(encoded));
                }
            }
            if (priv != null && pub != null && belong(priv, pub)) {
                return new KeyPair(pub, priv);
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unusable(where, e);
        }
        throw unusable(where, null);
    }

    private static IllegalArgumentException unusable(String where, @Nullable Exception cause) {
        return new IllegalArgumentException(
                where
                        + " holds no Ed25519 key. Give a private key and its public key as two PEM blocks: openssl genpkey"
                        + " -algorithm ed25519 -out signing.key && openssl pkey -in signing.key -pubout >> signing.key",
                cause);
    }

    private static boolean belong(PrivateKey priv, PublicKey pub) throws GeneralSecurityException {
        var text = "whose is it".getBytes(UTF_8);
        var signature = Signature.getInstance(ED25519);
        signature.initVerify(pub);
        signature.update(text);
        return signature.verify(sign(priv, text));
    }

    private static byte[] sign(PrivateKey key, byte[] text) throws GeneralSecurityException {
        var signature = Signature.getInstance(ED25519);
        signature.initSign(key);
        signature.update(text);
        return signature.sign();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
