package quantity

import (
	"fmt"
	"math/big"
)

// maxWideDigits is how many digits the largest sum of 128 bits has.
const maxWideDigits = 39

// MarshalText writes the sum in digits.
func (w Wide) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// UnmarshalText reads digits alone, without a sign, as many as 128 bits hold.
func (w *Wide) UnmarshalText(text []byte) error {
	if len(text) == 0 || len(text) > maxWideDigits {
		return fmt.Errorf("quantity: a sum of %d digits: want 1 to %d", len(text), maxWideDigits)
	}
	for _, c := range text {
		if c < '0' || c > '9' {
			return fmt.Errorf("quantity: sum %q: want digits alone", text)
		}
	}
	n, _ := new(big.Int).SetString(string(text), 10)
	sum, fits := wideOfBig(n)
	if !fits {
		return fmt.Errorf("quantity: sum %q: want at most 2^128-1", text)
	}
	*w = sum
	return nil
}
