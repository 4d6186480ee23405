package importer

import (
	"bytes"

	"golang.org/x/text/transform"
)

// cellStarts makes of a text what a strict reader of CSV takes: ="001", by which some
// systems keep leading noughts, becomes "001", and a line that ends with a carriage return
// alone, as on old Macintoshes, ends as others do. What stands between quotation marks stays.
type cellStarts struct {
	comma  byte
	quoted bool
	start  bool // a cell begins here
}

// Reset begins a text.
func (c *cellStarts) Reset() { c.quoted, c.start = false, true }

// Transform copies what it has seen enough of.
func (c *cellStarts) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		rest := src[nSrc:]
		plain := c.plain(rest)
		if plain > 0 { // nothing in it asks for a decision
			n := copy(dst[nDst:], rest[:plain])
			if !c.quoted && n > 0 {
				c.start = rest[n-1] == c.comma || rest[n-1] == '\n'
			}
			nDst, nSrc = nDst+n, nSrc+n
			if n < plain {
				return nDst, nSrc, transform.ErrShortDst
			}
			continue
		}
		if len(rest) == 1 && !atEOF {
			return nDst, nSrc, transform.ErrShortSrc
		}
		if nDst+2 > len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		next := byte(0)
		if len(rest) > 1 {
			next = rest[1]
		}
		took := 1
		switch mark := rest[0]; {
		case c.quoted && next == '"': // a quotation mark of the text
			dst[nDst], dst[nDst+1] = '"', '"'
			nDst, took = nDst+2, 2
		case mark == '"':
			c.quoted = !c.quoted && c.start
			c.start = false
			dst[nDst] = '"'
			nDst++
		case mark == '=' && c.start && next == '"': // the quotation mark begins the cell
		case mark == '\r':
			if next != '\n' {
				dst[nDst] = '\n'
				nDst++
				c.start = true
			}
		default:
			c.start = false
			dst[nDst] = mark
			nDst++
		}
		nSrc += took
	}
	return nDst, nSrc, nil
}

// plain returns how many bytes can be copied as they are.
func (c *cellStarts) plain(text []byte) int {
	n := bytes.IndexByte(text, '"')
	if n < 0 {
		n = len(text)
	}
	if c.quoted {
		return n
	}
	if r := bytes.IndexByte(text[:n], '\r'); r >= 0 {
		n = r
	}
	if n > 0 && text[n-1] == '=' { // perhaps before a quotation mark
		n--
	}
	return n
}
