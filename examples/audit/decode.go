package main

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/eduplan/tonghua/plan"
)

// audit reads a text in UTF-8, or else in GB18030.
func audit(text []byte) (*plan.AuditReport, error) {
	if !utf8.Valid(text) {
		if decoded, ok := fromGB18030(text); ok {
			text = decoded
		} // else the library says that it is neither
	}
	return plan.Audit(bytes.NewReader(text))
}

// fromGB18030 decodes a text, if all of it can be decoded.
func fromGB18030(text []byte) ([]byte, bool) {
	decoded, err := simplifiedchinese.GB18030.NewDecoder().Bytes(text)
	if err != nil || strings.ContainsRune(string(decoded), utf8.RuneError) {
		return nil, false
	}
	return decoded, true
}
