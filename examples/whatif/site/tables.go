package site

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
)

// Versions are the versions of Go whose tables [Shrink] knows.
const Versions = "go1.26"

// The table of functions as these versions write it for WebAssembly: in the runtime pcHeader
// and moduledata in symtab.go, _func in runtime2.go.
const (
	tableMagic   = "\xf1\xff\xff\xff\x00\x00\x01\x08"
	headerBytes  = 72
	functionSize = 44
	atName       = 4
	atStack      = 16 // offsets of the tables of a function
	atFile       = 20
	atLine       = 24
	atNumber     = 28     // how many further tables there are
	atData       = 43     // how many pieces of further data there are, which follow the tables
	stackMap     = 1      // the further table that the collector reads
	gofunc       = 40 * 8 // where a module says at what address the further data begin
	nothing      = 1<<32 - 1
)

var errTables = errors.New("shrink: the table of functions is of another form: another version of Go?")

// tables is the table of functions in the memory of a program.
type tables struct {
	*memory
	names, units, lines, list int // addresses
	functions                 int
	data                      int // the address of the further data
}

func (m *memory) word(at int) int { return int(binary.LittleEndian.Uint32(m.bytes[at:])) }

func (m *memory) tables() (*tables, error) {
	base := bytes.Index(m.bytes, []byte(tableMagic))
	if base < 0 || base+headerBytes > len(m.bytes) {
		return nil, errTables
	}
	t := &tables{memory: m, functions: m.word(base + 8), names: base + m.word(base+32), units: base + m.word(base+40), lines: base + m.word(base+56), list: base + m.word(base+64)}
	if t.functions == 0 || t.names <= base || t.units <= t.names || t.lines <= t.units || t.list <= t.lines || t.list+8*t.functions > len(m.bytes) {
		return nil, errTables
	}
	// A module begins with the addresses of the header and of the names.
	begin := binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(nil, uint64(base)), uint64(t.names))
	module := bytes.Index(m.bytes, begin)
	if module < 0 || module+gofunc+8 > len(m.bytes) {
		return nil, errTables
	}
	if t.data = m.word(module + gofunc); t.data <= t.list || t.data >= len(m.bytes) {
		return nil, errTables
	}
	return t, nil
}

// emptyLines empties the tables of files and lines, those of calls that were put into their
// caller, those of arguments, and the names of generic functions.
func (m *memory) emptyLines() error {
	t, err := m.tables()
	if err != nil {
		return err
	}
	var lines, data, names uses
	for f := range t.functions {
		at := t.list + m.word(t.list+8*f+4)
		if at+functionSize > len(m.bytes) {
			return errTables
		}
		further := at + functionSize + 4*m.word(at+atNumber)
		pieces := int(m.bytes[at+atData])
		if further+4*pieces > len(m.bytes) {
			return errTables
		}
		lines.keep(m, at+atStack)
		lines.drop(m, at+atFile, 0)
		lines.drop(m, at+atLine, 0)
		for i := range m.word(at + atNumber) {
			if of := at + functionSize + 4*i; i == stackMap {
				lines.keep(m, of)
			} else {
				lines.drop(m, of, 0)
			}
		}
		for i := range pieces {
			switch of := further + 4*i; i {
			case 3, 5, 6: // calls in their caller, arguments
				data.drop(m, of, nothing)
			default:
				data.keep(m, of)
			}
		}
		name := m.bytes[t.names+m.word(at+atName):]
		if end := bytes.IndexByte(name, 0); end > 0 && bytes.IndexByte(name[:end], '[') > 0 {
			names.drop(m, at+atName, 0)
		} else {
			names.keep(m, at+atName)
		}
	}
	for _, table := range lines.free() {
		if table == 0 || t.lines+table >= t.list {
			continue
		}
		of := m.bytes[t.lines+table : t.list]
		clear(of[:length(of)])
	}
	for _, name := range names.free() {
		of := m.bytes[t.names+name : t.units]
		clear(of[:bytes.IndexByte(of, 0)+1])
	}
	clear(m.bytes[t.units:t.lines]) // the names of files
	all := data.all()
	for _, piece := range data.free() {
		if i, _ := slices.BinarySearch(all, piece); i+1 < len(all) && all[i+1] != nothing {
			clear(m.bytes[t.data+piece : t.data+all[i+1]])
		}
	}
	return nil
}

// uses are the offsets of one kind of data: which are still wanted and which were.
type uses struct{ kept, dropped map[int]bool }

func (u *uses) note(kept bool, at int) {
	if u.kept == nil {
		u.kept, u.dropped = map[int]bool{}, map[int]bool{}
	}
	if kept {
		u.kept[at] = true
	} else {
		u.dropped[at] = true
	}
}

func (u *uses) keep(m *memory, at int) { u.note(true, m.word(at)) }

func (u *uses) drop(m *memory, at int, none uint32) {
	u.note(false, m.word(at))
	binary.LittleEndian.PutUint32(m.bytes[at:], none)
}

// all are the offsets in their order.
func (u *uses) all() (list []int) {
	for at := range u.kept {
		list = append(list, at)
	}
	for at := range u.dropped {
		if !u.kept[at] {
			list = append(list, at)
		}
	}
	slices.Sort(list)
	return list
}

// free are the offsets that nobody wants any more.
func (u *uses) free() []int {
	return slices.DeleteFunc(u.all(), func(at int) bool { return u.kept[at] || at == nothing })
}

// length is how many bytes a table has: pairs of numbers, the last of which begins with nought.
func length(table []byte) (n int) {
	number := func() (nought bool) {
		nought = n < len(table) && table[n] == 0
		for n < len(table) && table[n]&0x80 != 0 {
			n++
		}
		n++
		return nought
	}
	for first := true; n < len(table); first = false {
		if number() && !first {
			break
		}
		number()
	}
	return min(n, len(table))
}
