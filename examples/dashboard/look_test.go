package dashboard_test

import (
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/dashboard"
	"github.com/eduplan/tonghua/plan"
)

// axeCore is the script of axe-core.
func axeCore(t testing.TB) string {
	t.Helper()
	source, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	require.NoError(t, err, "run npm ci")
	return string(source) + "; undefined"
}

// violations runs axe-core and says what it found.
const violations = `axe.run(document, {resultTypes: ["violations"]}).then(r => r.violations.map(v =>
	v.id + ": " + v.help + " (" + v.nodes.length + "): " + v.nodes[0].html.slice(0, 200)).join("\n"))`

// kinds are pages of each kind by name: what anybody sees, and what a holder of the token does.
var kinds = []struct {
	name, path string
	holder     bool
}{
	{"overview", "/", false},
	{"statements", "/statements?sort=verdict", false},
	{"statement", "/statement/" + string(plan.SeniorMaster), false},
	{"statement of persons", "/statement/" + string(plan.TeacherTrainingHours), false},
	{"county", "/county/220502", false},
	{"county and statement", "/county/220502/" + string(plan.TeacherTrainingHours), false},
	{"schools", "/county/220502/schools", false},
	{"school", "/school/2200000001", false},
	{"due", "/due", false},
	{"ledger", "/ledger", false},
	{"findings", "/findings/" + string(plan.ArtCourses), false},
	{"no findings", "/findings/" + string(plan.SleepTime) + "?q=x", true},
	{"record to read", "/record/schools/2200000001", false},
	{"record", "/record/staff/JZG000007", true},
	{"saved record", "/record/staff/JZG000007?saved=1", true},
	{"findings of persons", "/findings/" + string(plan.TeacherTrainingHours), true},
	{"ledger of a holder", "/ledger?state=open", true},
	{"sign-in", "/sign-in", false},
	{"failure", "/nothing/here", false},
}

func TestPagesAreReadOnDeskAndPhoneInLightAndDark(t *testing.T) {
	s := started(t, file(t, "whole"), dashboard.Options{})
	anybody, inside := browser(t), browser(t)
	inside.signIn(s)
	axe := axeCore(t)
	for i, kind := range kinds {
		for k, l := range languages {
			for j, screen := range []struct {
				width  int64
				scheme string
			}{{1280, "light"}, {390, "dark"}, {390, "light"}, {1280, "dark"}} {
				if os.Getenv("DASHBOARD_LOOK") != "all" && j != (i+k)%2 {
					continue // one of them in each language
				}
				t.Run(fmt.Sprint(kind.name, " ", l, " ", screen.width, " ", screen.scheme), func(t *testing.T) {
					b := anybody
					if kind.holder {
						b = inside
					}
					b.t = t
					b.open(s.url+in(l, kind.path), screen.width, screen.scheme)
					b.kept(strings.ReplaceAll(fmt.Sprint(kind.name, "-", l, "-", screen.width, "-", screen.scheme), " ", "-"))
					assert.LessOrEqual(t, js[int](b, `document.documentElement.scrollWidth - window.innerWidth`), 0, "the page is wider than the screen")
					assert.Empty(t, js[[]string](b, `performance.getEntriesByType("resource").map(e => e.name).filter(n => !n.startsWith(location.origin + "/"))`), "requests leave the server")
					js[chromedp.Void](b, "%s", axe)
					assert.Empty(t, js[string](b, "%s", violations))
					assert.Empty(t, b.faults())
				})
			}
		}
	}
}

// A glyph that is missing looks like every other that is missing.
func TestEveryCharacterHasAGlyph(t *testing.T) {
	s := started(t, file(t, "small"), dashboard.Options{})
	b := browser(t)
	for _, path := range []string{"/", "/statements", "/ledger"} {
		b.open(s.url+path, 1280, "light")
		assert.Empty(t, js[string](b, `(() => {
			const canvas = document.createElement("canvas"), pen = canvas.getContext("2d", {willReadFrequently: true});
			canvas.width = canvas.height = 24;
			pen.font = "20px " + getComputedStyle(document.body).fontFamily;
			const drawn = c => { pen.clearRect(0, 0, 24, 24); pen.fillText(c, 1, 20); return pen.getImageData(0, 0, 24, 24).data.join(); };
			const none = drawn("\u{10FFFD}");
			return [...new Set(document.body.innerText)].filter(c => c.trim() && drawn(c) === none).join("");
		})()`), path)
	}
}

func TestAKeyboardReachesTheContentAndTheTables(t *testing.T) {
	s := started(t, file(t, "small"), dashboard.Options{})
	b := browser(t)
	b.open(s.url+"/statements", 390, "light")
	does(b, chromedp.KeyEvent("\t"))
	assert.Equal(t, "#content", js[string](b, `document.activeElement.getAttribute("href") || ""`))
	assert.Zero(t, js[int](b, `[...document.querySelectorAll(".scroll")].filter(e => e.tabIndex !== 0).length`))
	small := js[[]string](b, `[...document.querySelectorAll("header a, header button, header summary, main button, main input:not([type=hidden]), main select")].filter(e => e.offsetParent && e.className !== "skip" && e.getBoundingClientRect().height < 24).map(e => e.outerHTML.slice(0, 100))`)
	assert.Empty(t, small, "too small for a finger")
}

func TestNamesThatWantToDoSomethingDoNothingInABrowser(t *testing.T) {
	s := started(t, hostileFile(t), dashboard.Options{})
	b := browser(t)
	b.signIn(s)
	paths := []string{"/", "/statements", "/ledger", "/county/220502", "/county/220502/schools", "/findings/" + string(plan.TeacherTrainingHours), "/statement/" + string(plan.TeacherTrainingHours)}
	for _, code := range hostile {
		paths = append(paths, "/school/"+escapedPart(code), "/record/staff/"+escapedPart(code)) // as links have it, see the crawl
	}
	for _, path := range paths {
		b.open(s.url+path, 390, "light")
		assert.Empty(t, b.faults(), "%s", path)
		assert.NotEmpty(t, js[string](b, `document.querySelector("main h1").textContent`), "%s", path)
		assert.Empty(t, js[string](b, `document.querySelector("main .notice.breach") ? document.querySelector("main .notice.breach").textContent : ""`), "%s", path)
		assert.LessOrEqual(t, js[int](b, `document.documentElement.scrollWidth - window.innerWidth`), 0, "%s is wider than the screen", path)
	}
}

func TestThePageIsNotRenewedWithoutTheToken(t *testing.T) {
	s := started(t, file(t, "small"), dashboard.Options{})
	b := browser(t)
	b.signIn(s)
	b.open(s.url+"/record/staff/JZG000007", 1280, "light")
	js[chromedp.Void](b, `fetch("/sign-out", {method: "POST", redirect: "manual"}).then(() => undefined)`)
	require.Equal(t, http.StatusSeeOther, post(t, holder(t, s), s.url+"/record/staff/JZG000007", map[string][]string{"field.degree": {"博士"}}).status)
	b.until(5*time.Second, `document.getElementById("connection").textContent.startsWith("口令已过期") && !document.getElementById("connection").hidden`)
	b.kept("expired")
}
