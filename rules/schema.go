package rules

import (
	"bytes"
	_ "embed"
)

//go:embed schema/result.schema.json
var schema []byte

// Schema returns the JSON schema (draft 2020-12) of results: of [verdict.Results], and of a
// single [verdict.Result].
func Schema() []byte { return bytes.Clone(schema) }
