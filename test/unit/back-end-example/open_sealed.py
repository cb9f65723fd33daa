"""Opens what SealDrop sealed for an X25519 recipient: python3 open_sealed.py key.txt sealed.age folder"""
import base64, contextlib, hashlib, hmac, json, os, re, sys
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

CHUNK = 64 * 1024
RECORD = "sealdrop.dev/record"
FIELDS = dict(v=int, name=str, type=str, size=int, sha256=str, checks=list, remarks=list, sealedAt=str, by=str)

class Damaged(Exception): """The file was cut or changed."""

def hkdf(key, salt, info):
    return HKDF(SHA256(), 32, salt or None, info).derive(key)

def decode(text):
    return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)

def identities(text):
    """The X25519 keys in a key file: Bech32 (BIP 173) behind AGE-SECRET-KEY-1."""
    letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    for line in re.findall(r"^AGE-SECRET-KEY-1([A-Z0-9]{58})\s*$", text, re.M):
        number = 0
        for letter in line.lower()[:52]:
            number = number * 32 + letters.index(letter)
        yield X25519PrivateKey.from_private_bytes((number >> 4).to_bytes(32, "big"))

def read_header(file):
    """The stanzas, and the bytes that the MAC is about. https://c2sp.org/age"""
    head = file.read(64 * 1024)
    end = re.search(rb"^--- ([A-Za-z0-9+/]{43})\n", head, re.M)
    if not head.startswith(b"age-encryption.org/v1\n") or not end:
        raise Damaged("no header of age")
    stanzas = []
    for part in re.split(r"^-> ", head[22:end.start()].decode("ascii"), flags=re.M)[1:]:
        arguments, _, body = part.partition("\n")
        stanzas.append((arguments.split(" "), decode(body.replace("\n", ""))))
    file.seek(end.end())
    return stanzas, head[:end.start() + 3], decode(end[1].decode())

def file_key(stanzas, keys):
    for arguments, body in stanzas:
        if arguments[0] != "X25519" or len(arguments) != 2:
            continue
        for key in keys:
            share = decode(arguments[1])
            own = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
            secret = key.exchange(X25519PublicKey.from_public_bytes(share))
            wrap = hkdf(secret, share + own, b"age-encryption.org/v1/X25519")
            with contextlib.suppress(InvalidTag):
                return ChaCha20Poly1305(wrap).decrypt(bytes(12), body, None)
    raise PermissionError("The file is for none of these identities.")

def read_record(stanzas, key):
    """What the sender claims; None where the file has no record. See FORMAT.md."""
    records = [(arguments, body) for arguments, body in stanzas if arguments[0] == RECORD]
    if len(records) > 1 or any(len(arguments) != 2 for arguments, _ in records):
        raise Damaged("more than one record")
    if not records or records[0][0][1] != "v1":
        return None
    cipher = ChaCha20Poly1305(hkdf(key, None, b"sealdrop.dev/record v1"))
    record = json.loads(cipher.decrypt(bytes(12), records[0][1], None).decode("utf-8"))
    words = record["checks"] + record["remarks"]
    if record["v"] != 1 or any(type(record[name]) is not kind for name, kind in FIELDS.items()) or any(type(word) is not str for word in words):
        raise Damaged("its record is malformed")
    return record

def chunks(file, key):
    cipher, count = ChaCha20Poly1305(hkdf(key, file.read(16), b"payload")), 0
    chunk = file.read(CHUNK + 16)
    while True:
        after = file.read(CHUNK + 16)
        plain = cipher.decrypt(count.to_bytes(11, "big") + bytes([not after]), chunk, None)
        if count and not plain:
            raise Damaged("an empty chunk at the end")
        yield plain
        if not after:
            return
        chunk, count = after, count + 1

def open_sealed(path, key_text, folder):
    """Writes the document into the folder, whole or not at all. Its name there is its SHA-256: the sender chose the other one."""
    part = os.path.join(folder, f".{os.urandom(8).hex()}.part")
    try:
        with open(path, "rb") as file, open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            stanzas, covered, mac = read_header(file)
            key = file_key(stanzas, list(identities(key_text)))
            if not hmac.compare_digest(hmac.digest(hkdf(key, None, b"header"), covered, "sha256"), mac):
                raise Damaged("the header was changed")
            record, digest, size = read_record(stanzas, key), hashlib.sha256(), 0
            for plain in chunks(file, key):
                digest.update(plain)
                size += out.write(plain)
        if record and (record["sha256"] != digest.hexdigest() or record["size"] != size):
            raise Damaged("it is not what its record says")
        saved = os.path.join(folder, digest.hexdigest())
        os.replace(part, saved)
        return saved, record
    except (InvalidTag, ValueError, TypeError, LookupError, RecursionError) as error:
        raise Damaged("it was cut or changed") from error
    finally:
        if os.path.exists(part):
            os.unlink(part)

if __name__ == "__main__":
    with open(sys.argv[1]) as keys:
        print(json.dumps(open_sealed(sys.argv[2], keys.read(), sys.argv[3])))
