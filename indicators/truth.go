package indicators

import "fmt"

// Truth is an answer of Kleene's three-valued logic. The zero value is Unknown.
type Truth uint8

// The answers.
const (
	Unknown Truth = iota
	False
	True
)

// TruthOf returns True or False.
func TruthOf(b bool) Truth {
	if b {
		return True
	}
	return False
}

// And is true if both are, false if either is false.
func (t Truth) And(u Truth) Truth {
	switch {
	case t == False || u == False:
		return False
	case t == True && u == True:
		return True
	}
	return Unknown
}

// Or is true if either is, false if both are false.
func (t Truth) Or(u Truth) Truth { return t.Not().And(u.Not()).Not() }

// AtLeast is true if so many of several answers are, false if they cannot be.
func AtLeast(least uint64, answers ...Truth) Truth {
	var yes, open uint64
	for _, t := range answers {
		switch t {
		case True:
			yes++
		case Unknown:
			open++
		}
	}
	switch {
	case yes >= least:
		return True
	case yes+open < least:
		return False
	}
	return Unknown
}

// Not turns true and false round and leaves unknown alone.
func (t Truth) Not() Truth {
	switch t {
	case True:
		return False
	case False:
		return True
	}
	return Unknown
}

// String returns "true", "false" or "unknown".
func (t Truth) String() string {
	switch t {
	case Unknown:
		return "unknown"
	case False:
		return "false"
	case True:
		return "true"
	}
	return fmt.Sprintf("Truth(%d)", uint8(t))
}
