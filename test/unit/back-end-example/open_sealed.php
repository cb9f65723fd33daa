<?php
/** Opens what SealDrop sealed for an X25519 recipient: php open_sealed.php key.txt sealed.age folder */
declare(strict_types=1);

const CHUNK = 64 * 1024;
const RECORD = 'sealdrop.dev/record';
const ZEROS = "\0\0\0\0\0\0\0\0\0\0\0\0";

class Damaged extends RuntimeException {}

function hkdf(string $key, string $salt, string $info): string {
    return hash_hkdf('sha256', $key, 32, $info, $salt);
}

function decode(string $text): string {
    return sodium_base642bin($text, SODIUM_BASE64_VARIANT_ORIGINAL_NO_PADDING);
}

function decrypt(string $sealed, string $nonce, string $key): string {
    $plain = sodium_crypto_aead_chacha20poly1305_ietf_decrypt($sealed, '', $nonce, $key);
    return $plain === false ? throw new Damaged('it was cut or changed') : $plain;
}

/** The X25519 keys in a key file: Bech32 (BIP 173) behind AGE-SECRET-KEY-1. */
function identities(string $text): array {
    preg_match_all('/^AGE-SECRET-KEY-1([AC-HJ-NP-Z02-9]{52})[A-Z0-9]{6}\s*$/m', $text, $found);
    return array_map(function (string $letters): string {
        $bits = '';
        foreach (str_split(strtolower($letters)) as $letter)
            $bits .= sprintf('%05b', strpos('qpzry9x8gf2tvdw0s3jn54khce6mua7l', $letter));
        return implode(array_map(fn($byte) => chr((int) bindec($byte)), str_split(substr($bits, 0, 256), 8)));
    }, $found[1]);
}

/** The stanzas, and the bytes that the MAC is about. https://c2sp.org/age */
function read_header($file): array {
    $head = stream_get_contents($file, CHUNK);
    if (!str_starts_with($head, "age-encryption.org/v1\n")
        || !preg_match('~^--- ([A-Za-z0-9+/]{43})\n~m', $head, $end, PREG_OFFSET_CAPTURE))
        throw new Damaged('no header of age');
    $at = $end[0][1];
    $stanzas = array_map(function (string $part): array {
        [$first, $body] = explode("\n", $part, 2) + [1 => ''];
        return [explode(' ', $first), decode(str_replace("\n", '', $body))];
    }, array_slice(preg_split('/^-> /m', substr($head, 22, $at - 22)), 1));
    fseek($file, $at + strlen($end[0][0]));
    return [$stanzas, substr($head, 0, $at + 3), decode($end[1][0])];
}

function file_key(array $stanzas, array $keys): string {
    foreach ($stanzas as [$arguments, $body])
        foreach ($arguments[0] === 'X25519' && count($arguments) === 2 ? $keys : [] as $key) {
            $share = decode($arguments[1]);
            $salt = $share . sodium_crypto_scalarmult_base($key);
            $wrap = hkdf(sodium_crypto_scalarmult($key, $share), $salt, 'age-encryption.org/v1/X25519');
            $found = sodium_crypto_aead_chacha20poly1305_ietf_decrypt($body, '', ZEROS, $wrap);
            if ($found !== false) return $found;
        }
    throw new RuntimeException('The file is for none of these identities.');
}

/** What the sender claims; null where the file has no record. See FORMAT.md. */
function read_record(array $stanzas, string $key): ?array {
    $records = array_values(array_filter($stanzas, fn($stanza) => $stanza[0][0] === RECORD));
    if (count($records) > 1 || ($records && count($records[0][0]) !== 2)) throw new Damaged('more than one record');
    if (!$records || $records[0][0][1] !== 'v1') return null;
    $text = decrypt($records[0][1], ZEROS, hkdf($key, '', RECORD . ' v1'));
    $record = json_decode($text, true, 32, JSON_THROW_ON_ERROR);
    $areTexts = fn($list) => is_array($list) && array_is_list($list) && $list === array_filter($list, 'is_string');
    $texts = array_map(fn($name) => $record[$name] ?? null, ['name', 'type', 'sha256', 'sealedAt', 'by']);
    if (!is_array($record) || ($record['v'] ?? 0) !== 1 || !is_int($record['size'] ?? 0.5) || !$areTexts($texts)
        || !$areTexts($record['checks'] ?? 0) || !$areTexts($record['remarks'] ?? 0))
        throw new Damaged('its record is malformed');
    return $record;
}

function chunks($file, string $key): Generator {
    $key = hkdf($key, stream_get_contents($file, 16), 'payload');
    $chunk = stream_get_contents($file, CHUNK + 16);
    for ($count = 0; ; $count++) {
        $after = stream_get_contents($file, CHUNK + 16);
        $plain = decrypt($chunk, "\0\0\0" . pack('J', $count) . ($after === '' ? "\1" : "\0"), $key);
        if ($count > 0 && $plain === '') throw new Damaged('an empty chunk at the end');
        yield $plain;
        if ($after === '') return;
        $chunk = $after;
    }
}

/** Writes the document into the folder, whole or not at all. Its name there is its SHA-256: the sender chose the other one. */
function open_sealed(string $path, string $keys, string $folder): array {
    $part = $folder . '/.' . bin2hex(random_bytes(8)) . '.part';
    umask(0077);
    [$file, $out] = [fopen($path, 'rb'), fopen($part, 'xb')];
    try {
        [$stanzas, $covered, $mac] = read_header($file);
        $key = file_key($stanzas, identities($keys));
        if (!hash_equals(hash_hmac('sha256', $covered, hkdf($key, '', 'header'), true), $mac))
            throw new Damaged('the header was changed');
        $record = read_record($stanzas, $key);
        foreach (chunks($file, $key) as $plain)
            if (fwrite($out, $plain) !== strlen($plain)) throw new RuntimeException('The disk is full.');
        if (!fclose($out)) throw new RuntimeException('The disk is full.');
        $digest = hash_file('sha256', $part);
        if ($record && ($record['sha256'] !== $digest || $record['size'] !== filesize($part)))
            throw new Damaged('it is not what its record says');
        rename($part, "$folder/$digest");
        return ["$folder/$digest", $record];
    } finally {
        if (file_exists($part)) unlink($part);
    }
}

try {
    echo json_encode(open_sealed($argv[2], file_get_contents($argv[1]), $argv[3]), JSON_THROW_ON_ERROR);
} catch (Damaged | SodiumException | JsonException | RuntimeException $error) {
    fwrite(STDERR, $error->getMessage() . "\n");
    exit(1);
}
