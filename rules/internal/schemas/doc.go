// Command schemas writes the JSON Schemas of the library's data: of catalogues
// (plan/schema), of results (rules/schema) and of facts (indicators/schema). It
// runs in the folder rules.
//
// The schemas are read from the Go types and from the descriptions of fields,
// so that nothing is described twice: keys from the tags, closed lists from the
// words that a type reads and writes, texts from the comments.
package main
