package verdict_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/rules/verdict"
)

// FuzzReadFound: whatever comes back of a sheet is read or refused, and what a sheet says
// of a record comes back as it went out.
func FuzzReadFound(f *testing.F) {
	f.Add("记录,字段,核对值\n001,education,硕士\n", "001")
	f.Add("record,field,found\n'=1,a,\n", "=1+1")
	f.Fuzz(func(t *testing.T, table, key string) {
		found, err := verdict.ReadFound(strings.NewReader(table))
		if err == nil {
			for _, one := range found {
				require.NotEmpty(t, one.Found)
			}
		}
		if strings.ContainsRune(key, '\r') {
			return // CSV has one kind of line end
		}
		var out bytes.Buffer
		sheet := verdict.Sheet{Rows: []verdict.SheetRow{{Key: key, Cells: []verdict.SheetCell{{Field: "f", Label: bilingual.Text{ZH: "甲", EN: "a"}}}}}}
		require.NoError(t, sheet.WriteCSV(&out, bilingual.English))
		text := strings.TrimSuffix(out.String(), ",\n") + ",x\n"
		back, err := verdict.ReadFound(strings.NewReader(text))
		require.NoError(t, err)
		require.Equal(t, []verdict.CellFound{{Key: key, Field: "f", Found: "x"}}, back)
	})
}
