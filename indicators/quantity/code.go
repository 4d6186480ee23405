package quantity

// Code is the ordered form of a fact that conditions compare and profiles
// pack: 0 is unknown, 1 to 2^63 a known value plus one in the steps of its
// unit, anything above an invalid value. So codes of one field order as the
// values do, and "at least v" is one comparison.
type Code uint64

// FirstInvalid is the lowest code of an invalid value.
const FirstInvalid Code = 1<<63 + 1

// CodeOf returns the code of a known number of steps, which is invalid above 2^63-1.
func CodeOf(steps uint64) Code {
	if steps > 1<<63-1 {
		return CodeOfFault(TooLarge)
	}
	return Code(steps) + 1
}

// CodeOfFault returns the code of an invalid value.
func CodeOfFault(f Fault) Code { return ^Code(0) - Code(f) }

// Known reports whether the code stands for a value.
func (c Code) Known() bool { return c-1 < FirstInvalid-1 }

// Unknown reports whether nobody has said.
func (c Code) Unknown() bool { return c == 0 }

// Invalid reports whether the value was refused.
func (c Code) Invalid() bool { return c >= FirstInvalid }

// Steps returns the known value in the steps of its unit; it is 0 unless the code is known.
func (c Code) Steps() uint64 {
	if !c.Known() {
		return 0
	}
	return uint64(c) - 1
}

// Fault returns why the value is invalid.
func (c Code) Fault() Fault {
	if !c.Invalid() {
		return NoFault
	}
	if f := ^c; f <= Code(SumDiffers) {
		return Fault(f)
	}
	return Unreadable
}

// String returns the steps of a known value, "" of an unknown one, and why another is invalid.
func (c Code) String() string { return textOf(c, 1) }
