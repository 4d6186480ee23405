package dashboard_test

import (
	"net/http"
	"net/url"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/dashboard"
	"github.com/eduplan/tonghua/examples/database/servers"
	"github.com/eduplan/tonghua/plan"
)

// fill writes into a field of the form on the page as a person does.
func (b *tab) fill(name, value string) {
	b.t.Helper()
	js[chromedp.Void](b, `{ const e = document.querySelector("main [name='%s']"); e.focus(); e.select(); }`, name)
	does(b, chromedp.KeyEvent(value))
	require.Equal(b.t, value, js[string](b, `document.querySelector("main [name='%s']").value`, name))
}

// save sends the form of the page, and waits for the page that answers.
func (b *tab) save() {
	b.t.Helper()
	js[chromedp.Void](b, `{ document.body.dataset.sent = "1"; document.querySelector("#record button").click(); }`)
	b.until(10*time.Second, `!!document.body && !document.body.dataset.sent && document.readyState === "complete"`)
}

func TestWhatOneBrowserSavesTheOtherShowsWithoutBeingLoadedAgain(t *testing.T) {
	s := started(t, file(t, "small"), dashboard.Options{})
	writer, reader := browser(t), browser(t)
	writer.signIn(s)
	writer.open(s.url+"/record/staff/JZG000004", 1280, "light")

	reader.open(s.url+"/statement/"+string(plan.PrimaryCollege), 1280, "light")
	before := js[string](reader, `document.getElementById("content").innerText`)
	js[chromedp.Void](reader, `{ window.marker = "this page"; const links = document.querySelectorAll("#content a"); links[links.length - 1].focus(); window.scrollTo(0, 137); window.at = scrollY; }`)
	serial := js[string](reader, `document.body.dataset.serial`)
	writer.fill("field.stage", "小学")
	writer.fill("field.degree", "高中")
	saved := time.Now()
	writer.save()
	took := reader.until(2*time.Second, `document.body.dataset.serial !== %q && document.getElementById("content").innerText !== %q`, serial, before)
	t.Logf("shown %v after the click, %v after the answer", time.Since(saved), took)
	assert.Less(t, took, time.Second)
	assert.Contains(t, js[string](writer, `document.querySelector("#content .notice").textContent`), "已保存")
	assert.NotContains(t, js[string](writer, `location.search`), "saved", "a link that is shared does not say so")

	assert.Equal(t, "this page", js[string](reader, `window.marker`), "it was not loaded again")
	result, _ := reported(t, s.source).Page.Of(plan.PrimaryCollege)
	assert.Contains(t, js[string](reader, `document.getElementById("content").innerText`), result.Text(0))
	assert.True(t, js[bool](reader, `document.activeElement.tagName === "A" && document.getElementById("content").contains(document.activeElement)`), "the focus stays")
	assert.True(t, js[bool](reader, `scrollY === window.at && scrollY > 0`), "the page stays where it was")
	assert.Positive(t, js[int](reader, `document.querySelectorAll(".changed").length`), "what has changed is marked")
	assert.Empty(t, reader.faults())
}

func TestAFormThatIsHalfFilledInStays(t *testing.T) {
	s := started(t, file(t, "small"), dashboard.Options{})
	store := opened(t, s.source)
	one, other := browser(t), browser(t)
	for _, b := range []*tab{one, other} {
		b.signIn(s)
		b.open(s.url+"/record/staff/JZG000007", 1280, "light")
	}
	t.Run("a form that nobody has touched takes what is saved", func(t *testing.T) {
		one.t, other.t = t, t
		_, err := store.AmendForm(t.Context(), asOf, "staff", map[string]string{"staff_no": "JZG000007", "rural_years": "7"})
		require.NoError(t, err)
		other.until(2*time.Second, `document.querySelector("[name='field.rural_years']").value === "7" && document.querySelector("[name='was.rural_years']").value === "7"`)
		one.until(2*time.Second, `document.querySelector("[name='field.rural_years']").value === "7"`)
	})
	t.Run("one that is being filled in keeps it, the focus and what is opened", func(t *testing.T) {
		one.t, other.t = t, t
		js[chromedp.Void](other, `document.querySelector("#others summary").click()`)
		other.fill("field.degree", "硕士")
		serial := js[string](other, `document.body.dataset.serial`)
		one.fill("field.rural_years", "8")
		one.save()
		other.until(2*time.Second, `document.body.dataset.serial !== %q`, serial)
		assert.Equal(t, "硕士", js[string](other, `document.querySelector("[name='field.degree']").value`))
		assert.Equal(t, "field.degree", js[string](other, `document.activeElement.name`))
		assert.True(t, js[bool](other, `document.getElementById("others").open`))
	})
	t.Run("and is saved beside what the other has saved", func(t *testing.T) {
		one.t, other.t = t, t
		other.save()
		assert.Contains(t, js[string](other, `document.querySelector("#content .notice").textContent`), "已保存")
		assert.Equal(t, "8", js[string](other, `document.querySelector("[name='field.rural_years']").value`))
		assert.Equal(t, "硕士", js[string](other, `document.querySelector("[name='field.degree']").value`))
	})
	t.Run("two that have changed the same field are told of it", func(t *testing.T) {
		one.t, other.t = t, t
		one.open(s.url+"/record/staff/JZG000007", 1280, "light")
		other.open(s.url+"/record/staff/JZG000007", 1280, "light")
		other.fill("field.degree", "博士")
		one.fill("field.degree", "本科")
		one.save()
		other.save()
		serial := js[string](other, `document.body.dataset.serial`)
		_, err := store.AmendForm(t.Context(), asOf, "staff", map[string]string{"staff_no": "JZG000008", "rural_years": "2"})
		require.NoError(t, err)
		other.until(2*time.Second, `document.body.dataset.serial !== %q`, serial) // which takes nothing away
		other.kept("conflict")
		assert.Contains(t, js[string](other, `document.querySelector("#content .notice.breach").textContent`), "刚被改为“本科”")
		assert.Equal(t, "博士", js[string](other, `document.querySelector("[name='field.degree']").value`))
		other.save()
		assert.Contains(t, js[string](other, `document.querySelector("#content .notice").textContent`), "已保存")
	})
	t.Run("choices that are not yet sent stay as well", func(t *testing.T) {
		one.t, other.t = t, t
		other.open(s.url+"/statements?verdict=met", 390, "light")
		js[chromedp.Void](other, `document.querySelector("[name=sort]").value = "name"`)
		serial := js[string](other, `document.body.dataset.serial`)
		_, err := store.AmendForm(t.Context(), asOf, "staff", map[string]string{"staff_no": "JZG000007", "rural_years": "9"})
		require.NoError(t, err)
		other.until(2*time.Second, `document.body.dataset.serial !== %q`, serial)
		assert.Equal(t, "name", js[string](other, `document.querySelector("[name=sort]").value`))
		assert.Equal(t, "met", js[string](other, `document.querySelector("[name=verdict]").value`))
	})
	assert.Empty(t, append(one.faults(), other.faults()...))
}

func TestALinkThatIsSharedShowsTheSame(t *testing.T) {
	s := started(t, file(t, "small"), dashboard.Options{})
	one, other := browser(t), browser(t)
	one.open(s.url+"/statements?lang=en", 1280, "light")
	one.fill("q", "teacher")
	js[chromedp.Void](one, `document.querySelector("[name=verdict]").value = "met"; document.querySelector("[name=sort]").value = "name"; document.querySelector("#choice button").click()`)
	one.until(5*time.Second, `location.search.includes("sort=name") && !!document.body && document.readyState === "complete"`)
	other.open(js[string](one, `location.href`), 1280, "light")
	const shown = `document.getElementById("content").innerText`
	assert.Equal(t, js[string](one, shown), js[string](other, shown))
	assert.Equal(t, []any{"teacher", "met", "name", "en"}, js[[]any](other, `[...document.querySelectorAll("#choice [name]")].filter(e => e.name !== "on").map(e => e.value)`))
}

func TestAPageSaysThatTheDatabaseOrTheServerIsLost(t *testing.T) {
	t.Parallel() // with others that wait
	server := servers.PostgreSQL(t)
	filed(t, server.Source, small(t))
	s := started(t, server.Source, dashboard.Options{})
	page, lookup := browser(t), browser(t)
	page.open(s.url+"/", 390, "light")
	lookup.open(s.url+"/school/2200000001", 1280, "light")
	school := js[string](lookup, `document.getElementById("content").innerText`)
	server.Kill(t)
	for _, b := range []*tab{page, lookup} {
		b.until(10*time.Second, `document.getElementById("status").className === "lost" && document.getElementById("status").textContent.includes("起连不上")`)
		assert.True(t, js[bool](b, `document.getElementById("connection").hidden`), "the server is there")
	}
	page.kept("lost")
	lookup.kept("lost-lookup")
	assert.Equal(t, school, js[string](lookup, `document.getElementById("content").innerText`), "what was looked up before stays")
	again(t, server.Source)
	for _, b := range []*tab{page, lookup} {
		b.until(20*time.Second, `document.getElementById("status").className === ""`)
	}
	require.Equal(t, http.StatusSeeOther, post(t, holder(t, s), s.url+"/record/schools/2200000001", url.Values{"field.school_name": {"改名的学校"}}).status)
	lookup.until(2*time.Second, `document.querySelector("#content h1").textContent === "改名的学校"`)
	s.end()
	for _, b := range []*tab{page, lookup} {
		b.until(10*time.Second, `!document.getElementById("connection").hidden && document.getElementById("connection").textContent.startsWith("与服务器的连接中断")`)
	}
	page.kept("disconnected")
}
