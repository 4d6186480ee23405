package rows

import (
	"slices"

	"github.com/eduplan/tonghua/indicators/bilingual"
)

// Role is what a column is for.
type Role uint8

// The roles.
const (
	Unknown       Role = iota // nobody knows the header
	FillsField                // the column fills a field
	NamesRecord               // it says who a record is: [Table.Key]
	CountsRecords             // it says how many records a row stands for: [RecordsColumn]
	LeavesOut                 // it says who is no member, and fills nothing: [Column].Skips
	PassedOver                // it is known and fills nothing: [Ignored]
	Ambiguous                 // several fields are called so
)

var roles = bilingual.List[Role]{Of: "rows: role", Terms: []bilingual.Term{
	{Key: "unknown", Text: bilingual.Text{ZH: "不认识", EN: "unknown"}},
	{Key: "fills-field", Text: bilingual.Text{ZH: "填写字段", EN: "fills a field"}},
	{Key: "names-record", Text: bilingual.Text{ZH: "记录的编号", EN: "says who a record is"}},
	{Key: "counts-records", Text: bilingual.Text{ZH: "每行代表的记录数", EN: "says how many records a row stands for"}},
	{Key: "leaves-out", Text: bilingual.Text{ZH: "判断是否属统计对象", EN: "says who is no member"}},
	{Key: "passed-over", Text: bilingual.Text{ZH: "不需要", EN: "not needed"}},
	{Key: "ambiguous", Text: bilingual.Text{ZH: "可能是几个字段", EN: "may be one of several fields"}},
}}

// String returns the role's key, such as "fills-field".
func (r Role) String() string { return roles.Key(r) }

// In returns the role in words.
func (r Role) In(l bilingual.Language) string { return roles.In(r, l) }

// MarshalText writes the key.
func (r Role) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads the key.
func (r *Role) UnmarshalText(text []byte) error { return roles.Read(r, text) }

// Understood is how the header of one column is understood.
type Understood struct {
	Header string         `json:"header"`
	Role   Role           `json:"role"`
	Field  Name           `json:"field,omitzero"`  // that it fills
	Wanted bilingual.Text `json:"wanted,omitzero"` // what its cells are expected to say
	Codes  bilingual.Text `json:"codes,omitzero"`  // the table by which bare digits are read
}

// Columns says how each header of a table is understood, by itself: whoever looks for the
// header among the first lines of a file, or shows a clerk what will be read, asks it
// before [Table.Header], which refuses two columns of one field. A table that cannot be is
// an error. An empty header is unknown.
func (t Table[R]) Columns(cells []string) ([]Understood, error) {
	var none R
	names, err := t.names(none.Subject())
	if err != nil {
		return nil, err
	}
	list := make([]Understood, len(cells))
	for i, cell := range cells {
		role, meant := t.meaning(&names, cell)
		list[i] = Understood{Header: cell, Role: role}
		if role == FillsField {
			c := reading[R]{Column: *meant[0]}
			list[i].Field, list[i].Wanted, list[i].Codes = Name{c.Field.Key(), c.Field.Label()}, c.wanted(nil), c.Codes
		}
	}
	return list, nil
}

// meaning is what a header is, with the columns that it may mean.
func (t *Table[R]) meaning(n *names[R], cell string) (Role, []*Column[R]) {
	header := normal(cell)
	if header == "" {
		return Unknown, nil
	}
	if slices.ContainsFunc(t.key, func(name string) bool { return normal(name) == header }) {
		return NamesRecord, nil
	}
	if _, own := n.given[header]; !own && (header == RecordsColumn || header == "记录数") {
		return CountsRecords, nil
	}
	meant := n.find(header)
	switch {
	case len(meant) == 0:
		return Unknown, nil
	case len(meant) > 1:
		return Ambiguous, meant
	case meant[0].Field != nil:
		return FillsField, meant
	case meant[0].Skips != nil:
		return LeavesOut, meant
	}
	return PassedOver, meant
}
