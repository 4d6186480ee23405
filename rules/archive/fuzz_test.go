package archive_test

import (
	"encoding/json"
	"testing"

	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/archive"
	"github.com/eduplan/tonghua/rules/tonghua"
)

// What anybody hands in as an archive is verified or refused.
func FuzzArchiveJSON(f *testing.F) {
	a, err := archive.New(plan.Tonghua(), tonghua.Enrolments().Views(), archive.Data{Date: today})
	if err != nil {
		f.Fatal(err)
	}
	written, err := json.Marshal(a)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(written)
	f.Add([]byte(`{"format":1,"library":"0.1.0","plan":"tonghua-2021-2025","data":{"date":null},"report":{"parts":[1]}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var read archive.Archive
		if json.Unmarshal(data, &read) != nil {
			return
		}
		if v, err := read.Verify(plan.Tonghua(), tonghua.Enrolments().Views()); err == nil && v.Answer == 0 {
			t.Errorf("no answer on %q", data)
		}
		again, err := json.Marshal(&read)
		if err != nil {
			t.Fatal(err)
		}
		var twice archive.Archive
		if err := json.Unmarshal(again, &twice); err != nil || twice.Digest() != read.Digest() {
			t.Errorf("written again it is another: %v", err)
		}
	})
}
