package count

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
)

// Part is a hash of the name of a part of a register, such as the table of one county.
// Counts keep it, so that no part is merged twice.
type Part [16]byte

// PartOf returns the hash of a name.
func PartOf(name string) Part {
	hash := sha256.Sum256([]byte(name))
	return Part(hash[:len(Part{})])
}

// String returns the hash in hexadecimal digits.
func (p Part) String() string { return hex.EncodeToString(p[:]) }

// MarshalText writes the hash in hexadecimal digits.
func (p Part) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (p *Part) UnmarshalText(text []byte) error {
	bytes, err := hex.DecodeString(string(text))
	if err != nil || len(bytes) != len(p) {
		return fmt.Errorf("count: part %q: want %d hexadecimal digits", text, 2*len(p))
	}
	*p = Part(bytes)
	return nil
}

// Compare orders parts by their hashes.
func (p Part) Compare(o Part) int { return slices.Compare(p[:], o[:]) }

// joined returns the parts of two counts in order. A common one is an error.
func joined(a, b []Part) ([]Part, error) {
	for _, part := range b {
		if slices.Contains(a, part) {
			return nil, fmt.Errorf("%w: %s", ErrMerged, part)
		}
	}
	if len(b) == 0 {
		return a, nil
	}
	all := slices.Concat(a, b)
	slices.SortFunc(all, Part.Compare)
	return all, nil
}
