package main

import "github.com/apache/arrow-go/v18/arrow"

// nulls says which values of a column are NULL.
type nulls struct {
	valid  []byte // a bit for each value that is none; nil where none is NULL
	offset int
}

func nullsOf(from arrow.Array) nulls {
	if from.NullN() == 0 {
		return nulls{}
	}
	return nulls{from.NullBitmapBytes(), from.Data().Offset()}
}

// has reports whether a value is there.
func (n *nulls) has(i int) bool {
	if n.valid == nil {
		return true
	}
	at := uint(n.offset + i)
	return n.valid[at/8]>>(at%8)&1 != 0
}
