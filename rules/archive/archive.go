package archive

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/verdict"
)

// Format is the version of the JSON form of archives.
const Format = 1

// Archive is a report with what it rests on. It does not change. The zero value
// answers with an error.
type Archive struct {
	written written
	data    Data
}

// written is the JSON form, whose bytes the digest is of: a library that reads them
// into other types must not change them.
type written struct {
	Format  int             `json:"format"`
	Library string          `json:"library"` // the version that made the report
	Plan    string          `json:"plan"`    // the edition that the amendments start from
	Data    json.RawMessage `json:"data"`
	Report  json.RawMessage `json:"report"`
	Digest  string          `json:"digest"` // SHA-256 of all the rest
}

var errZero = errors.New("archive: not made by New, nor read from JSON")

// New makes the report that follows from the data and keeps it with them.
func New(p *plan.Plan, book []rules.View, d Data) (*Archive, error) {
	r, err := d.Report(p, book)
	if err != nil {
		return nil, err
	}
	a := &Archive{written: written{Format: Format, Library: verdict.Version, Plan: p.Edition()}}
	if a.written.Data, err = json.Marshal(d); err != nil {
		return nil, err
	}
	if a.written.Report, err = json.Marshal(r); err != nil {
		return nil, err
	}
	a.written.Digest = a.written.digest()
	return a, json.Unmarshal(a.written.Data, &a.data)
}

// digest works out the digest of what is written, whatever the space between.
func (w written) digest() string {
	h := sha256.New()
	fmt.Fprintf(h, "%d\n%q\n%q\n", w.Format, w.Library, w.Plan)
	for _, part := range []json.RawMessage{w.Data, w.Report} {
		var b bytes.Buffer
		if json.Compact(&b, part) == nil {
			fmt.Fprintf(h, "%d\n%s\n", b.Len(), b.Bytes())
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Library returns the version of the library that made the report.
func (a *Archive) Library() string { return a.written.Library }

// Digest returns the archive's SHA-256, in hex: noted elsewhere on the day of the
// report, it proves that the archive is the one of that day.
func (a *Archive) Digest() string { return a.written.Digest }

// Data returns what the report rests on.
func (a *Archive) Data() Data { return a.data }

// Report returns the report as it was archived.
func (a *Archive) Report() (*report.Report, error) {
	if a == nil || a.written.Format == 0 {
		return nil, errZero
	}
	r := new(report.Report)
	if err := json.Unmarshal(a.written.Report, r); err != nil {
		return nil, fmt.Errorf("archive: the report: %w", err)
	}
	return r, nil
}

// MarshalJSON writes the archive.
func (a *Archive) MarshalJSON() ([]byte, error) {
	if a == nil || a.written.Format == 0 {
		return nil, errZero
	}
	return json.Marshal(a.written)
}

// UnmarshalJSON reads an archive. It does not verify it.
func (a *Archive) UnmarshalJSON(data []byte) error {
	var read Archive
	if err := json.Unmarshal(data, &read.written); err != nil {
		return fmt.Errorf("archive: %w", err)
	}
	if read.written.Format != Format {
		return fmt.Errorf("archive: format %d, want %d", read.written.Format, Format)
	}
	if err := json.Unmarshal(read.written.Data, &read.data); err != nil {
		return fmt.Errorf("archive: the data: %w", err)
	}
	*a = read
	return nil
}
