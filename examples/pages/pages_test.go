package pages

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"github.com/eduplan/tonghua/examples/city/registers"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/indicators/quantity"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report"
	"github.com/eduplan/tonghua/rules/report/page"
)

// browser starts Chromium, or skips the test where there is none.
func browser(t *testing.T) context.Context {
	t.Helper()
	path := os.Getenv("PAGES_BROWSER")
	if path == "" {
		found, err := exec.LookPath("chromium")
		if err != nil {
			t.Skip("no chromium: install Debian's chromium and fonts-noto-cjk, or name a browser in PAGES_BROWSER")
		}
		path = found
	}
	ctx, stop := chromedp.NewExecAllocator(context.Background(), chromedp.ExecPath(path), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun, chromedp.Flag("disable-dev-shm-usage", true))
	t.Cleanup(stop)
	tab, closeTab := chromedp.NewContext(ctx)
	t.Cleanup(closeTab)
	return tab
}

func run[T any](t *testing.T, ctx context.Context, a chromedp.Action[T]) T {
	t.Helper()
	v, err := chromedp.Run(ctx, a)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func city(t *testing.T) *report.Report {
	t.Helper()
	c, err := registers.New(registers.Config{Year: 2025})
	if err != nil {
		t.Fatal(err)
	}
	v, err := c.Evaluate()
	if err != nil {
		t.Fatal(err)
	}
	r, err := report.NewGrouped(plan.Tonghua(), quantity.DateOf(2025, 12, 31), v.Areas, v.Whole...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// saved writes pages into a folder and returns their addresses by name.
func saved(t *testing.T, r *report.Report) map[string]string {
	t.Helper()
	folder := t.TempDir()
	addresses := map[string]string{}
	save := func(name string, data []byte) {
		path := filepath.Join(folder, name+".html")
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		addresses[name] = "file://" + path
	}
	for _, l := range []bilingual.Language{bilingual.Chinese, bilingual.English} {
		var out bytes.Buffer
		if err := page.Write(&out, r, page.Options{Language: l}); err != nil {
			t.Fatal(err)
		}
		save("report-"+l.String(), out.Bytes())
		out.Reset()
		if err := page.WriteStatement(&out, r, plan.TeacherTrainingHours, page.Options{Language: l, Back: "report-" + l.String() + ".html"}); err != nil {
			t.Fatal(err)
		}
		save("statement-"+l.String(), out.Bytes())
	}
	return addresses
}

// shown opens a page as a reader has it.
func shown(t *testing.T, ctx context.Context, address string, width int64, scheme string) {
	t.Helper()
	run(t, ctx, chromedp.EmulateViewport(width, 900))
	run(t, ctx, func(ctx context.Context, target *chromedp.Target) (chromedp.Void, error) {
		_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
		return chromedp.Void{}, err
	})
	run(t, ctx, chromedp.Navigate(address))
}

// kept keeps a screenshot where somebody wants to look at it.
func kept(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	folder := os.Getenv("PAGES_SHOTS")
	if folder == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(folder, name+".png"), run(t, ctx, chromedp.CaptureScreenshot()), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestPagesAreReadOnDeskAndPhoneInLightAndDark(t *testing.T) {
	ctx := browser(t)
	axe := axeCore(t)
	for name, address := range saved(t, city(t)) {
		for _, width := range []int64{1280, 390} {
			for _, scheme := range []string{"light", "dark"} {
				t.Run(fmt.Sprint(name, " ", width, " ", scheme), func(t *testing.T) {
					shown(t, ctx, address, width, scheme)
					kept(t, ctx, fmt.Sprint(name, "-", width, "-", scheme))
					if over := run(t, ctx, chromedp.Evaluate[int](`document.documentElement.scrollWidth - window.innerWidth`)); over > 0 {
						t.Errorf("the page is %d pixels wider than the screen", over)
					}
					if n := run(t, ctx, chromedp.Evaluate[int](`performance.getEntriesByType("resource").length`)); n > 0 {
						t.Errorf("%d requests leave the page", n)
					}
					if width == 1280 {
						run(t, ctx, chromedp.Evaluate[chromedp.Void](axe))
						if faults := run(t, ctx, chromedp.Evaluate[string](violations, chromedp.EvalAwaitPromise)); faults != "" {
							t.Errorf("axe-core: %s", faults)
						}
					}
				})
			}
		}
	}
}

// violations runs axe-core and says what it found: contrast, landmarks, names, order.
const violations = `axe.run(document, {resultTypes: ["violations"]}).then(r => r.violations.map(v =>
	v.id + ": " + v.help + " (" + v.nodes.length + "): " + v.nodes[0].html.slice(0, 200)).join("\n"))`

func axeCore(t *testing.T) string {
	t.Helper()
	source, err := os.ReadFile("node_modules/axe-core/axe.min.js")
	if err != nil {
		t.Fatalf("%v: run npm ci", err)
	}
	return string(source) + "; undefined"
}

func TestTheCellsOfTheGridAreTheTextsOfTheResults(t *testing.T) {
	ctx := browser(t)
	r := city(t)
	shown(t, ctx, saved(t, r)["report-zh"], 1280, "light")
	cells := run(t, ctx, chromedp.Evaluate[[][]string](`[...document.querySelectorAll("table.grid tbody tr")].filter(r => r.querySelector("a")).map(r =>
		[r.querySelector("a").textContent, ...[...r.querySelectorAll("td")].map(c => c.firstChild ? c.firstChild.textContent : "")])`))
	counties := run(t, ctx, chromedp.Evaluate[[]string](`[...document.querySelectorAll("table.grid thead tr:first-child th")].slice(2).map(c => c.textContent)`))
	if len(cells) < 40 || len(counties) < 6 {
		t.Fatalf("%d rows, %d counties", len(cells), len(counties))
	}
	byName := map[string]*report.Row{}
	for row := range r.All() {
		byName[row.Name.ZH] = row
	}
	compared := 0
	for _, row := range cells {
		of := byName[row[0]]
		if of == nil {
			t.Fatalf("no statement %q", row[0])
		}
		for i, county := range counties {
			cell := row[i+2]
			for _, g := range of.Groups {
				if g.Name == county && cell != "" {
					compared++
					if cell != g.Result.Measured(bilingual.Chinese) && !strings.HasPrefix(g.Result.Verdict(bilingual.Chinese), cell) {
						t.Errorf("%s, %s: %q is neither %q nor %q", row[0], county, cell, g.Result.Measured(bilingual.Chinese), g.Result.Verdict(bilingual.Chinese))
					}
				}
			}
		}
	}
	if compared < 200 {
		t.Errorf("%d cells were compared", compared)
	}
}

// A glyph that is missing looks like every other that is missing.
func TestEveryCharacterHasAGlyph(t *testing.T) {
	ctx := browser(t)
	shown(t, ctx, saved(t, city(t))["report-zh"], 1280, "light")
	missing := run(t, ctx, chromedp.Evaluate[string](`(() => {
		const canvas = document.createElement("canvas"), pen = canvas.getContext("2d", {willReadFrequently: true});
		canvas.width = canvas.height = 24;
		pen.font = "20px " + getComputedStyle(document.body).fontFamily;
		const drawn = c => { pen.clearRect(0, 0, 24, 24); pen.fillText(c, 1, 20); return pen.getImageData(0, 0, 24, 24).data.join(); };
		const none = drawn("\u{10FFFD}");
		return [...new Set(document.body.innerText)].filter(c => c.trim() && drawn(c) === none).join("");
	})()`))
	if missing != "" {
		t.Errorf("no glyph for %q", missing)
	}
}

func TestThePagePrintsOnA4(t *testing.T) {
	ctx := browser(t)
	shown(t, ctx, saved(t, city(t))["report-zh"], 1280, "light")
	pdf := run(t, ctx, chromedp.PrintToPDF())
	pages := bytes.Count(pdf, []byte("/Type /Page")) - bytes.Count(pdf, []byte("/Type /Pages"))
	if pages < 5 || pages > 120 {
		t.Errorf("%d pages", pages)
	}
	if folder := os.Getenv("PAGES_SHOTS"); folder != "" {
		if err := os.WriteFile(filepath.Join(folder, "report.pdf"), pdf, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAKeyboardReachesTheContentAndTheTables(t *testing.T) {
	ctx := browser(t)
	shown(t, ctx, saved(t, city(t))["report-zh"], 1280, "light")
	run(t, ctx, chromedp.KeyEvent("\t"))
	if first := run(t, ctx, chromedp.Evaluate[string](`document.activeElement.getAttribute("href") || ""`)); first != "#content" {
		t.Errorf("the first stop is %q", first)
	}
	if n := run(t, ctx, chromedp.Evaluate[int](`[...document.querySelectorAll(".scroll")].filter(e => e.tabIndex !== 0).length`)); n > 0 {
		t.Errorf("%d tables that scroll cannot be reached", n)
	}
}
