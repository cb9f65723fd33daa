// Opens what SealDrop sealed: open_sealed key.txt sealed.age folder
package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"unicode/utf8"

	"filippo.io/age"
	"golang.org/x/crypto/chacha20poly1305"
	"golang.org/x/crypto/hkdf"
)

const recordType = "sealdrop.dev/record"

var errDamaged = errors.New("the file was cut or changed")

// keyring is an identity that remembers the header: age tells of neither the stanzas that it does not know nor the file key.
type keyring struct {
	identities []age.Identity
	stanzas    []*age.Stanza
	fileKey    []byte
}

func (k *keyring) Unwrap(stanzas []*age.Stanza) ([]byte, error) {
	for _, identity := range k.identities {
		key, err := identity.Unwrap(stanzas)
		if errors.Is(err, age.ErrIncorrectIdentity) {
			continue
		}
		k.stanzas, k.fileKey = stanzas, append([]byte{}, key...)
		return key, err
	}
	return nil, age.ErrIncorrectIdentity
}

// record is what the sender claims; nil where there is none. See FORMAT.md. age.Decrypt has checked the header before.
func (k *keyring) record() (map[string]any, error) {
	var found []*age.Stanza
	for _, stanza := range k.stanzas {
		if stanza.Type == recordType {
			found = append(found, stanza)
		}
	}
	if len(found) == 0 {
		return nil, nil
	}
	if len(found) > 1 || len(found[0].Args) != 1 {
		return nil, errDamaged
	}
	if found[0].Args[0] != "v1" {
		return nil, nil
	}
	key := make([]byte, chacha20poly1305.KeySize)
	if _, err := io.ReadFull(hkdf.New(sha256.New, k.fileKey, nil, []byte(recordType+" v1")), key); err != nil {
		return nil, err
	}
	cipher, err := chacha20poly1305.New(key)
	if err != nil {
		return nil, err
	}
	text, err := cipher.Open(nil, make([]byte, chacha20poly1305.NonceSize), found[0].Body, nil)
	var record map[string]any
	if err != nil || !utf8.Valid(text) || json.Unmarshal(text, &record) != nil || !isWhole(record) {
		return nil, errDamaged
	}
	return record, nil
}

func isWhole(record map[string]any) bool {
	texts := []any{record["name"], record["type"], record["sha256"], record["sealedAt"], record["by"]}
	checks, hasChecks := record["checks"].([]any)
	remarks, hasRemarks := record["remarks"].([]any)
	for _, text := range append(append(texts, checks...), remarks...) {
		if _, isText := text.(string); !isText {
			return false
		}
	}
	_, hasSize := record["size"].(float64)
	return record["v"] == 1.0 && hasSize && hasChecks && hasRemarks
}

// open writes the document into the folder, whole or not at all. Its name there is its SHA-256: the sender chose the other one.
func open(sealed io.Reader, folder string, identities []age.Identity) (string, map[string]any, error) {
	whole := bufio.NewReaderSize(sealed, 64*1024)
	if head, _ := whole.Peek(64 * 1024); !bytes.Contains(head, []byte("\n--- ")) {
		return "", nil, errDamaged
	}
	keys := &keyring{identities: identities}
	plain, err := age.Decrypt(whole, keys)
	if err != nil {
		return "", nil, err
	}
	record, err := keys.record()
	if err != nil {
		return "", nil, err
	}
	part, err := os.CreateTemp(folder, ".*.part") // for its owner alone
	if err != nil {
		return "", nil, err
	}
	defer os.Remove(part.Name())
	digest := sha256.New()
	size, err := io.Copy(io.MultiWriter(part, digest), plain)
	if closed := part.Close(); err != nil || closed != nil {
		return "", nil, fmt.Errorf("%w, or the disk is full: %v", errDamaged, err)
	}
	sum := hex.EncodeToString(digest.Sum(nil))
	if record != nil && (record["sha256"] != sum || record["size"] != float64(size)) {
		return "", nil, errDamaged
	}
	saved := filepath.Join(folder, sum)
	return saved, record, os.Rename(part.Name(), saved)
}

func run(keyFile, sealedFile, folder string) error {
	keys, err := os.ReadFile(keyFile)
	if err != nil {
		return err
	}
	identities, err := age.ParseIdentities(bytes.NewReader(keys))
	if err != nil {
		return err
	}
	sealed, err := os.Open(sealedFile)
	if err != nil {
		return err
	}
	defer sealed.Close()
	saved, record, err := open(sealed, folder, identities)
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode([]any{saved, record})
}

func main() {
	if err := run(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
