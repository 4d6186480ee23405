package indicators

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write WORDS.md anew")

// TestTheListOfTextsIsFresh keeps WORDS.md, which lists every text that a parser reads:
// go test ./indicators -run TestTheListOfTextsIsFresh -update writes it.
func TestTheListOfTextsIsFresh(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Texts that the parsers read\n\nWritten by a test of this package from the vocabularies themselves. Before a text is looked up, full-width forms, characters without width, spaces around it, kinds of brackets and the Latin case are made alike. A text that says that there is no value (None, NULL, NaN, N/A, -, / and their like) is unknown. Modifiers may stand around a term, notes in brackets beside it; what remains must be a text of the list.\n")
	for _, v := range []*Vocabulary{accountHolders, answers, areaKinds, dimensions, disabilities, educations, estateKinds, fitnessGrades, honourKinds, localities,
		owners, placements, registrations, schoolKinds, specialGroups, stages, tiers, townshipKinds} {
		writeVocabulary(&b, v)
	}
	b.WriteString("\n# Codes that are read where their table is named\n")
	writeCodes(&b, TruthCodes)
	writeCodes(&b, DisabilityGradeCodes)
	writeCodes(&b, LocalityCodes)
	writeCodes(&b, AttainmentCodes2006)
	writeCodes(&b, AttainmentCodes1984)
	writeCodes(&b, SchoolKindCodes)
	if *update {
		if err := os.WriteFile("WORDS.md", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if page, err := os.ReadFile("WORDS.md"); err != nil || string(page) != b.String() {
		t.Fatalf("WORDS.md is not what the vocabularies read: run this test with -update (%v)", err)
	}
}

func writeVocabulary(b *strings.Builder, v *Vocabulary) {
	v.prepare()
	fmt.Fprintf(b, "\n## %s %s\n\n| means | texts |\n|---|---|\n", v.name.ZH, v.name.EN)
	entries := v.Entries()
	if other, has := v.Other(); has {
		entries = append(entries, other)
	}
	for _, e := range entries {
		of := v.texts[normal(e.Key)]
		texts := e.texts()
		for _, p := range v.wording.whole {
			if p.of == of {
				texts = append(texts, p.texts...)
			}
		}
		fmt.Fprintf(b, "| %s | %s |\n", e.Key, strings.Join(each(texts), ", "))
	}
	for _, p := range v.wording.whole {
		if p.of.value() == InvalidWord {
			fmt.Fprintf(b, "| too broad: %s | %s |\n", v.keys(p.of), strings.Join(p.texts, ", "))
		}
	}
	for _, list := range []struct {
		name    string
		phrases []phrase
	}{{"before", v.wording.before}, {"after", v.wording.after}, {"in brackets beside", v.wording.notes}} {
		for _, p := range list.phrases {
			keys := v.keys(p.of)
			if p.of&listedTerms == listedTerms {
				keys = "any term"
			}
			fmt.Fprintf(b, "| may stand %s %s | %s |\n", list.name, keys, strings.Join(p.texts, ", "))
		}
	}
}

func writeCodes[V Word](b *strings.Builder, c Codes[V]) {
	fmt.Fprintf(b, "\n## %s %s\n\n%s; %s\n\n| code | means | read as |\n|---|---|---|\n", c.name.ZH, c.name.EN, c.source.ZH, c.source.EN)
	for _, row := range c.rows {
		key := "not read"
		if row.Value != InvalidWord {
			key = row.Value.Vocabulary().Key(uint8(row.Value))
		}
		fmt.Fprintf(b, "| %s | %s | %s |\n", row.Code, row.Means, key)
	}
}

// each returns texts without those that stand before.
func each(texts []string) (list []string) {
	for _, text := range texts {
		if !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	return list
}
