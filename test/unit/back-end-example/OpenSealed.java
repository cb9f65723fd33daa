import java.io.*;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.*;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.*;
import java.security.spec.*;
import java.util.*;
import java.util.regex.*;
import javax.crypto.*;
import javax.crypto.spec.*;

import static java.nio.charset.StandardCharsets.*;

/** Opens what SealDrop sealed for an X25519 recipient: java OpenSealed key.txt sealed.age folder. Java 17 or later, and nothing else. */
public class OpenSealed {
    static final int CHUNK = 64 * 1024;
    static final String RECORD = "sealdrop.dev/record";
    static final List<String> TEXTS = List.of("name", "type", "sha256", "sealedAt", "by");

    /** The file was cut or changed. */
    static class Damaged extends GeneralSecurityException {
        Damaged(String message) { super(message); }
    }

    record Stanza(String[] arguments, byte[] body) {}
    record Header(List<Stanza> stanzas, byte[] covered, byte[] mac) {}

    static byte[] hmac(byte[] key, byte[]... parts) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        for (byte[] part : parts) mac.update(part);
        return mac.doFinal();
    }

    /** RFC 5869, for 32 bytes. */
    static byte[] hkdf(byte[] key, byte[] salt, String info) throws GeneralSecurityException {
        return hmac(hmac(salt.length == 0 ? new byte[32] : salt, key), info.getBytes(US_ASCII), new byte[] {1});
    }

    static byte[] decrypt(byte[] sealed, byte[] nonce, byte[] key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
        return cipher.doFinal(sealed);
    }

    static byte[] x25519(byte[] key, byte[] share) throws GeneralSecurityException {
        byte[] u = new byte[32];
        for (int i = 0; i < 32; i++) u[i] = share[31 - i];
        u[0] &= 0x7f;
        KeyFactory keys = KeyFactory.getInstance("X25519");
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, key)));
        agreement.doPhase(keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, new BigInteger(1, u))), true);
        return agreement.generateSecret();
    }

    /** The X25519 keys in a key file: Bech32 (BIP 173) behind AGE-SECRET-KEY-1. */
    static List<byte[]> identities(String text) {
        return Pattern.compile("^AGE-SECRET-KEY-1([AC-HJ-NP-Z02-9]{58})\\s*$", Pattern.MULTILINE).matcher(text).results().map(found -> {
            BigInteger number = BigInteger.ZERO;
            for (char letter : found.group(1).substring(0, 52).toLowerCase(Locale.ROOT).toCharArray())
                number = number.shiftLeft(5).add(BigInteger.valueOf("qpzry9x8gf2tvdw0s3jn54khce6mua7l".indexOf(letter)));
            byte[] bytes = number.setBit(300).shiftRight(4).toByteArray();
            return Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length);
        }).toList();
    }

    /** The stanzas, and the bytes that the MAC is about. https://c2sp.org/age */
    static Header readHeader(InputStream file) throws IOException, GeneralSecurityException {
        file.mark(CHUNK);
        String head = new String(file.readNBytes(CHUNK), ISO_8859_1);
        Matcher end = Pattern.compile("^--- ([A-Za-z0-9+/]{43})\n", Pattern.MULTILINE).matcher(head);
        if (!head.startsWith("age-encryption.org/v1\n") || !end.find()) throw new Damaged("no header of age");
        List<Stanza> stanzas = new ArrayList<>();
        for (String part : head.substring(21, end.start() - 1).split("\n-> ")) {
            String[] lines = part.split("\n", 2);
            if (!part.isEmpty())
                stanzas.add(new Stanza(lines[0].split(" ", -1), decode(lines.length < 2 ? "" : lines[1].replace("\n", ""))));
        }
        file.reset();
        file.skipNBytes(end.end());
        return new Header(stanzas, head.substring(0, end.start() + 3).getBytes(ISO_8859_1), decode(end.group(1)));
    }

    static byte[] decode(String text) { return Base64.getDecoder().decode(text); }

    static byte[] fileKey(List<Stanza> stanzas, List<byte[]> keys) throws GeneralSecurityException {
        byte[] base = new byte[32];
        base[0] = 9;
        for (Stanza stanza : stanzas) {
            if (!stanza.arguments[0].equals("X25519") || stanza.arguments.length != 2) continue;
            byte[] share = decode(stanza.arguments[1]);
            if (share.length != 32) throw new Damaged("its stanza is malformed");
            for (byte[] key : keys) {
                byte[] salt = ByteBuffer.allocate(64).put(share).put(x25519(key, base)).array();
                try {
                    return decrypt(stanza.body, new byte[12], hkdf(x25519(key, share), salt, "age-encryption.org/v1/X25519"));
                } catch (AEADBadTagException another) {
                    continue;
                }
            }
        }
        throw new GeneralSecurityException("The file is for none of these identities.");
    }

    /** The JSON of what the sender claims; null where the file has no record. See FORMAT.md. */
    static String readRecord(List<Stanza> stanzas, byte[] key) throws GeneralSecurityException, CharacterCodingException {
        List<Stanza> records = stanzas.stream().filter(stanza -> stanza.arguments[0].equals(RECORD)).toList();
        if (records.size() > 1 || records.stream().anyMatch(stanza -> stanza.arguments.length != 2)) throw new Damaged("more than one record");
        if (records.isEmpty() || !records.get(0).arguments[1].equals("v1")) return null;
        byte[] text = decrypt(records.get(0).body, new byte[12], hkdf(key, new byte[0], RECORD + " v1"));
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString().strip();
    }

    static Map<?, ?> parseRecord(String json) throws Damaged {
        boolean isWhole = Json.parse(json) instanceof Map<?, ?> record && Double.valueOf(1).equals(record.get("v"))
            && record.get("size") instanceof Double && TEXTS.stream().allMatch(name -> record.get(name) instanceof String)
            && areTexts(record.get("checks")) && areTexts(record.get("remarks"));
        if (!isWhole) throw new Damaged("its record is malformed");
        return (Map<?, ?>) Json.parse(json);
    }

    static boolean areTexts(Object value) {
        return value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
    }

    /** Decrypts the payload, chunk after chunk. How many bytes came out. */
    static long decryptPayload(InputStream file, byte[] key, OutputStream out) throws IOException, GeneralSecurityException {
        byte[] payloadKey = hkdf(key, file.readNBytes(16), "payload");
        byte[] chunk = file.readNBytes(CHUNK + 16);
        long size = 0;
        for (long count = 0; ; count++) {
            byte[] after = file.readNBytes(CHUNK + 16);
            byte[] nonce = ByteBuffer.allocate(12).putLong(3, count).put(11, (byte) (after.length == 0 ? 1 : 0)).array();
            byte[] plain = decrypt(chunk, nonce, payloadKey);
            if (count > 0 && plain.length == 0) throw new Damaged("an empty chunk at the end");
            out.write(plain);
            size += plain.length;
            if (after.length == 0) return size;
            chunk = after;
        }
    }

    /** Writes the document into the folder, whole or not at all. Its name there is its SHA-256: the sender chose the other one. */
    static String open(Path sealed, String keys, Path folder) throws IOException, GeneralSecurityException {
        Path part = Files.createTempFile(folder, ".", ".part", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (InputStream file = new BufferedInputStream(Files.newInputStream(sealed), CHUNK)) {
            Header header = readHeader(file);
            byte[] key = fileKey(header.stanzas, identities(keys));
            if (!MessageDigest.isEqual(hmac(hkdf(key, new byte[0], "header"), header.covered), header.mac)) throw new Damaged("the header was changed");
            String json = readRecord(header.stanzas, key);
            Map<?, ?> record = json == null ? null : parseRecord(json);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size;
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(part), digest)) {
                size = decryptPayload(file, key, out);
            }
            String sum = HexFormat.of().formatHex(digest.digest());
            if (record != null && (!sum.equals(record.get("sha256")) || !Double.valueOf(size).equals(record.get("size"))))
                throw new Damaged("it is not what its record says");
            Files.move(part, folder.resolve(sum), StandardCopyOption.ATOMIC_MOVE);
            return "[\"" + folder.resolve(sum) + "\"," + json + "]";
        } finally {
            Files.deleteIfExists(part);
        }
    }

    public static void main(String[] words) throws IOException {
        try {
            System.out.write((open(Path.of(words[1]), Files.readString(Path.of(words[0])), Path.of(words[2])) + "\n").getBytes(UTF_8));
        } catch (GeneralSecurityException | CharacterCodingException | IllegalArgumentException error) {
            System.err.println(error.getMessage());
            System.exit(1);
        }
    }
}
