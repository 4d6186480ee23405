package dashboard_test

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/dashboard"
	"github.com/eduplan/tonghua/examples/mis"
	"github.com/eduplan/tonghua/plan"
)

// numbersOfPersons are the numbers of all persons of the whole city, with their registers.
func numbersOfPersons(t testing.TB) map[string]string {
	t.Helper()
	city, err := made()
	require.NoError(t, err)
	all := map[string]string{}
	for _, p := range city.Teachers {
		all[p.No] = "staff"
	}
	for _, p := range city.Pupils {
		all[p.No] = "pupils"
	}
	for _, p := range city.Students {
		all[p.No] = "students"
	}
	for _, p := range city.SpecialChildren {
		all[p.No] = "special_children"
	}
	for _, p := range city.Researchers {
		all[p.No] = "researchers"
	}
	for _, p := range city.Accounts {
		all[p.No] = "accounts"
	}
	for _, p := range city.Decisions {
		all[p.No] = "decisions"
	}
	for _, p := range city.EthicsCases {
		all[p.No] = "ethics_cases"
	}
	delete(all, "")
	require.Greater(t, len(all), 170_000)
	return all
}

var word = regexp.MustCompile(`[A-Z]{2,3}\d{3,}`)

// namedIn are the numbers of persons that a text holds.
func namedIn(text string, persons map[string]string) (list []string) {
	for _, found := range word.FindAllString(text, -1) {
		if persons[found] != "" {
			list = append(list, found)
		}
	}
	return list
}

func TestNoPersonIsNamedToWhoHasNotShownTheToken(t *testing.T) {
	persons := numbersOfPersons(t)
	for no := range persons {
		require.Equal(t, []string{no}, word.FindAllString("<"+no+">", -1), "the test finds every number")
	}
	s := started(t, file(t, "whole"), dashboard.Options{})
	client := visitor(t)
	var mu sync.Mutex
	kinds := map[string]int{}
	n := crawled(t, client, s, func(address string, got answer) bool {
		assert.Empty(t, namedIn(got.body, persons), "%s", address)
		assert.NotContains(t, got.body, "ZgotmplZ", "%s", address)
		if got.status == http.StatusSeeOther {
			assert.True(t, strings.HasPrefix(got.header.Get("Location"), "/sign-in?"), "%s", address)
		} else {
			assert.Equal(t, http.StatusOK, got.status, "%s", address)
		}
		mu.Lock()
		kinds[strings.Split(strings.TrimPrefix(address, "/"), "/")[0]]++
		mu.Unlock()
		return true
	})
	t.Logf("%d addresses: %v", n, kinds)
	assert.Greater(t, n, 1000)
	for _, kind := range []string{"statement", "county", "school", "findings", "download", "record"} {
		assert.Greater(t, kinds[kind], 5, kind)
	}

	t.Run("nor by addresses that no link leads to", func(t *testing.T) {
		for row := range reported(t, s.source).Page.All() {
			for _, address := range []string{"/findings/%s?from=0", "/findings/%s?q=JZG&lang=en", "/download/findings/%s.csv?x=1", "/ledger?statement=%s&q=JZG0"} {
				address = fmt.Sprintf(address, row.Statement)
				got := get(t, client, s.url+address)
				assert.Empty(t, namedIn(strings.NewReplacer("JZG0", "", "JZG", "").Replace(got.body), persons), "%s", address)
			}
		}
		for no, register := range map[string]string{"JZG000001": "staff", "XS00000001": "pupils", "ZX000001": "students", "TS00001": "special_children", "JY001": "researchers", "KJ000001": "accounts", "PY0001": "decisions", "SD001": "ethics_cases"} {
			require.Equal(t, register, persons[no])
			for _, at := range []string{"/record/" + register + "/" + no, "/record/" + register + "/%7e" + no, "//record/" + register + "/" + no, "/record/" + register + "/./" + no} {
				got := get(t, client, s.url+at)
				assert.NotEqual(t, http.StatusOK, got.status, at)
				assert.NotContains(t, got.body, "field.", at)
			}
		}
	})
	t.Run("and the log names nobody", func(t *testing.T) {
		assert.Greater(t, strings.Count(s.log.String(), "\n"), 1000)
		assert.Empty(t, namedIn(s.log.String(), persons))
		assert.NotContains(t, s.log.String(), "127.0.0.1")
		assert.NotContains(t, s.log.String(), token)
	})
	t.Run("who has shown it reads them", func(t *testing.T) {
		client := holder(t, s)
		read := 0
		for row := range reported(t, s.source).Page.All() {
			id := row.Statement
			if row.Result != nil && row.Result.Partly.Bias > plan.Flatters { // may accuse wrongly, so that nobody is named
				continue
			}
			if !mis.OfPersons(id) || row.Result == nil || row.Result.Form != "duty" || row.Result.Classes.NotCounted < 100 {
				continue
			}
			read++
			got := get(t, client, s.url+"/findings/"+string(id))
			assert.Len(t, namedIn(strings.Join(linkTexts(t, got.body), "\n"), persons), 100, "a page of them")
			assert.Equal(t, "no-store", got.header.Get("Cache-Control"))
			assert.NotEmpty(t, namedIn(get(t, client, s.url+"/download/findings/"+string(id)+".csv").body, persons))
		}
		assert.Greater(t, read, 2)
		assert.NotEmpty(t, namedIn(get(t, client, s.url+"/ledger?statement="+string(plan.TeacherTrainingHours)).body, persons))
		assert.NotEmpty(t, namedIn(get(t, client, s.url+"/download/ledger.csv").body, persons))
		got := get(t, client, s.url+"/record/staff/JZG000001")
		assert.Contains(t, got.body, `name="field.degree"`)
	})
	t.Run("what the holder has read is not kept for others", func(t *testing.T) {
		for _, path := range []string{"/findings/" + string(plan.TeacherTrainingHours), "/ledger?statement=" + string(plan.TeacherTrainingHours), "/record/staff/JZG000001"} {
			require.Equal(t, http.StatusOK, get(t, holder(t, s), s.url+path).status)
			got := get(t, visitor(t), s.url+path)
			assert.Empty(t, namedIn(strings.ReplaceAll(got.body, "record%2Fstaff%2FJZG000001", ""), persons), path)
		}
	})
	t.Run("nor does the log name whom the holder has read", func(t *testing.T) {
		assert.Empty(t, namedIn(s.log.String(), persons))
	})
}

// linkTexts are the texts of the links on a page.
func linkTexts(t testing.TB, body string) (list []string) {
	t.Helper()
	for _, a := range all(parsed(t, body), "a", "") {
		list = append(list, text(a))
	}
	return list
}
