package site

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/whatif"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
)

func logged(h http.Handler, note func(path string)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		note(r.URL.Path)
		h.ServeHTTP(w, r)
	})
}

// What the page computes is what the native program computes, to the byte.
func TestTheBrowserAnswersAsTheNativeProgram(t *testing.T) {
	v := browser(t)
	address, _ := served(t)
	v.open(address)
	var native whatif.Session
	call := func(function string, args ...string) (value json.RawMessage) {
		quoted := make([]string, len(args))
		for i, a := range args {
			quoted[i] = fmt.Sprintf("%q", a)
		}
		var reply struct{ Value, Error json.RawMessage }
		require.NoError(t, json.Unmarshal([]byte(js[string](v, "tonghua."+function+"("+strings.Join(quoted, ",")+")")), &reply))
		require.Empty(t, string(reply.Error))
		return reply.Value
	}
	same := func(of whatif.Scenario) {
		t.Helper()
		asked, err := json.Marshal(of)
		require.NoError(t, err)
		a, err := native.Answer(of)
		require.NoError(t, err)
		want, err := json.Marshal(a)
		require.NoError(t, err)
		assert.Equal(t, string(want), string(call("answer", string(asked))))
	}
	scenarios := func(id plan.ID, group string, moves ...whatif.Move) {
		t.Helper()
		of := whatif.Scenario{Statement: id}
		same(of)
		for _, m := range moves {
			var err error
			of, err = native.Moved(of, m)
			require.NoError(t, err)
			same(of)
		}
		of.More = []whatif.More{{Statement: id, Group: group, Number: "7"}}
		same(of)
	}
	call("demonstrate", "teacher")
	_, err := native.Demonstrate("teacher")
	require.NoError(t, err)
	scenarios(plan.SeniorMaster, "柳河县", whatif.Move{Statement: plan.SeniorMaster, Kind: plan.ChangedPopulation, To: "15"},
		whatif.Move{Statement: plan.SeniorMaster, Kind: plan.ChangedDecides, To: "degree-counts"},
		whatif.Move{Statement: plan.TeacherTrainingHours, Kind: plan.ChangedEach, To: "300"})
	call("demonstrate", "enrolment")
	_, err = native.Demonstrate("enrolment")
	require.NoError(t, err)
	scenarios(plan.SeniorGrossEnrolment, "集安市", whatif.Move{Statement: plan.SeniorGrossEnrolment, Kind: plan.ChangedPopulation, To: "99"})

	file := "教职工号,区县,任教学段,学历\nA,东昌区,高中,硕士研究生\nB,东昌区,高中,本科\nC,集安市,高中,???\n"
	_, err = native.Open([]byte(file), whatif.Options{AsOf: quantity.DateOf(2025, 12, 31)})
	require.NoError(t, err)
	js[bool](v, fmt.Sprintf(`tonghua.open(new TextEncoder().encode(%q), '{"as_of":"2025-12-31"}'), true`, file))
	same(whatif.Scenario{})
	same(whatif.Scenario{More: []whatif.More{{Statement: plan.SeniorMaster, Group: "东昌区", Number: "1"}}})
}

// The browser's log has the files of the page and nothing else, whatever is done; and what
// a script would fetch is refused.
func TestNothingLeavesTheMachine(t *testing.T) {
	v := browser(t)
	address, asked := served(t)
	v.demonstrated(address)
	v.set("lever-population", "15")
	v.click("#lever-decides-degree-counts")
	v.click("#copy")
	for _, e := range []string{"#save-json", "#save-go", "#save-cases"} {
		v.click(e)
	}
	before := asked()
	slices.Sort(before)
	assert.Equal(t, []string{"/", "/page.js", "/parts.js", "/program.js", "/style.css", "/wasm_exec.js", "/words.js"}, before)
	for _, attempt := range []string{
		`fetch("page.js").then(() => "went out", e => "refused")`,
		`fetch("https://example.org/").then(() => "went out", e => "refused")`,
		`new Promise(r => { const x = new XMLHttpRequest(); x.onload = () => r("went out"); x.onerror = () => r("refused"); x.open("GET", "page.js"); x.send() })`,
		`new Promise(r => { const i = new Image(); i.onload = () => r("went out"); i.onerror = () => r("refused"); i.src = "picture.png" })`,
		`new Promise(r => { try { const s = new WebSocket("ws" + location.origin.slice(4)); s.onopen = () => r("went out"); s.onerror = () => r("refused") } catch { r("refused") } })`,
		`new Promise(r => { addEventListener("securitypolicyviolation", () => r("refused")); navigator.sendBeacon("page.js", "x") || r("refused") })`,
	} {
		assert.Equal(t, "refused", js[string](v, attempt), attempt)
	}
	assert.Len(t, asked(), len(before))
	assert.Zero(t, js[int](v, `performance.getEntriesByType("resource").filter(e => !e.name.startsWith(location.origin)).length`))
}

func TestThePageReadsInBothLanguagesOnDeskAndPhoneInLightAndDark(t *testing.T) {
	v := browser(t)
	axe := axeCore(t)
	address, _ := served(t)
	for _, language := range []string{"zh", "en"} {
		v.demonstrated(address + "?lang=" + language)
		js[any](v, axe)
		v.set("lever-population", "15")
		v.click("#lever-decides-degree-counts")
		for _, width := range []int64{1280, 390} {
			for _, scheme := range []string{"light", "dark"} {
				v.shown(width, scheme)
				name := fmt.Sprint(language, "-", width, "-", scheme)
				v.kept(name)
				assert.LessOrEqual(t, js[int](v, `document.documentElement.scrollWidth - window.innerWidth`), 0, name)
				assert.Empty(t, js[string](v, violations), name)
				assert.Empty(t, js[string](v, `[...document.querySelectorAll("button, input:not([type=radio]), select, label.pick, summary")].filter(e => e.getClientRects().length && e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML.slice(0, 100)).join("\n")`), name)
			}
		}
		assert.NotContains(t, js[string](v, `document.body.innerText`), "undefined")
	}
	v.shown(1280, "light")
	assert.Empty(t, js[string](v, `[...document.body.innerText].filter(c => c > "\u4e00" && c < "\u9fff" && !"中文".includes(c)).join("").replace(/[东昌区通化县柳河集安市辉南二道江]/g, "")`), "an English page has Chinese names of counties alone")
}

// Five questions of a planner, by the keyboard alone, read off the page.
func TestFiveQuestionsByTheKeyboardAlone(t *testing.T) {
	v := browser(t)
	address, _ := served(t)
	v.open(address + "?lang=en")
	press := func(keys string) {
		do(v, chromedp.KeyEvent(keys))
	}
	reach := func(id string) { // with the tabulator
		for range 60 {
			if js[string](v, `document.activeElement.id`) == id {
				return
			}
			press("\t")
		}
		t.Fatalf("the tabulator never reaches %s", id)
	}
	reach("demonstrate")
	press("\r")
	v.until(`!document.getElementById("result").hidden`)
	v.settled()
	card := func(n int) string { return v.text(fmt.Sprintf("#cards .card:nth-child(%d)", n)) }
	require.Contains(t, card(1), "4 to 31 more")

	// What does 15 % cost, and in whom?
	reach("lever-population")
	press("\b\b\b\b15\r")
	v.until(`document.querySelector("#cards .card:nth-child(2)").textContent.includes("99 to 128 more senior secondary teachers")`)
	assert.Contains(t, v.text("#status"), "99 to 128", "a screen reader is told")
	// Where?
	assert.Contains(t, v.text("#groups"), "通化县")
	assert.Contains(t, v.text("#groups tbody"), "more senior secondary teachers")
	// By when?
	assert.Contains(t, card(2), "by 31 December 2025")
	// And if degrees count?
	v.settled()
	js[bool](v, `document.activeElement.blur(), document.getElementById("lever-population").focus(), true`)
	for range 12 {
		if strings.HasPrefix(js[string](v, `document.activeElement.id`), "lever-decides") {
			break
		}
		press("\t")
	}
	for range 2 { // the third reading stands two below the first
		press(kb.ArrowDown)
		v.settled()
	}
	v.until(`document.getElementById("status").textContent.includes("13.19 % to 14.39 %")`)
	assert.Contains(t, v.text("#touched"), "67")
	// Is it enough if one county trains 59 more?
	v.settled()
	reach("more-number")
	press("59\r")
	v.until(`document.querySelector("#cards .badge.met") !== null`)
}

func TestASecondVisitWithTheLinkGivesTheSame(t *testing.T) {
	v := browser(t)
	address, _ := served(t)
	v.demonstrated(address)
	v.set("lever-population", "15")
	v.set("lever-deadline", "2026-12-31")
	link := js[string](v, `document.getElementById("link").value`)
	first := v.text("#result")
	require.Contains(t, first, "2026年12月31日")
	v.open(link)
	v.until(`!document.getElementById("result").hidden`)
	v.settled()
	assert.Equal(t, first, v.text("#result"))
	v.open(address + "#s=eyJzdGF0")
	assert.Contains(t, v.text("#problem"), "链接")
	v.click("#demonstrate")
	v.until(`!document.getElementById("result").hidden`)
}

func TestAFileIsDroppedAndABrokenOneKeepsTheLastResult(t *testing.T) {
	v := browser(t)
	address, _ := served(t)
	v.open(address)
	v.set("as-of", "2025-12-31")
	drop := func(bytes string) {
		js[bool](v, `(() => { const d = new DataTransfer(); d.items.add(new File([`+bytes+`], "t.csv")); document.getElementById("drop").dispatchEvent(new DragEvent("drop", {dataTransfer: d, bubbles: true, cancelable: true})); return true })()`)
		time.Sleep(100 * time.Millisecond)
		v.settled()
	}
	drop(`"教职工号,区县,任教学段,学历\nA,东昌区,高中,硕士研究生\nB,东昌区,高中,<img src=x onerror=alert(1)>\n"`)
	v.until(`!document.getElementById("result").hidden`)
	assert.Contains(t, v.text("#faults"), "<img src=x", "a text of the file is a text")
	assert.Zero(t, js[int](v, `document.images.length`))
	shown := v.text("#cards")
	drop(`"甲,乙\n1,2\n"`)
	assert.Contains(t, v.text("#problem"), "列名")
	assert.Equal(t, shown, v.text("#cards"))
	drop(`new Uint8Array([0xb9,0xa4,0xba,0xc5,0x2c,0xc8,0xce,0xbd,0xcc,0xd1,0xa7,0xb6,0xce,0x0a,0x41,0x2c,0xb8,0xdf,0xd6,0xd0,0x0a])`) // 工号,任教学段 in GB18030
	v.until(`document.getElementById("problem").textContent === ""`)
	assert.Contains(t, v.text("#read"), "1")
}

// A folder does as well as a server.
func TestThePageWorksFromAFolder(t *testing.T) {
	v := browser(t)
	v.demonstrated("file://" + filepath.Join(page(t), "index.html"))
	assert.Contains(t, v.text("#cards"), "11.04%至11.91%")
	assert.Equal(t, "refused", js[string](v, `fetch("page.js").then(() => "went out", e => "refused")`))
}

func TestThePagePrintsItsResults(t *testing.T) {
	v := browser(t)
	address, _ := served(t)
	v.demonstrated(address)
	v.set("lever-population", "15")
	pdf := do(v, chromedp.PrintToPDF())
	pages := strings.Count(string(pdf), "/Type /Page") - strings.Count(string(pdf), "/Type /Pages")
	assert.True(t, pages >= 1 && pages <= 4, "%d pages", pages)
	if folder := os.Getenv("PAGES_SHOTS"); folder != "" {
		require.NoError(t, os.WriteFile(filepath.Join(folder, "print.pdf"), pdf, 0o644))
	}
}
