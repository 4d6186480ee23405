package dashboard

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/eduplan/tonghua/examples/mis"
	"github.com/eduplan/tonghua/indicators/bilingual"
	"github.com/eduplan/tonghua/plan"
	"github.com/eduplan/tonghua/rules/report/page"
)

//go:embed templates/*.html
var templateFiles embed.FS

//go:embed static
var staticFiles embed.FS

// templates are the pages by name, each with the layout around it.
var templates = sync.OnceValue(func() map[string]*template.Template {
	all := map[string]*template.Template{}
	layout := template.Must(template.ParseFS(templateFiles, "templates/layout.html", "templates/parts.html"))
	for _, name := range []string{"overview", "statements", "statement", "county", "county-statement", "schools", "school", "due", "ledger", "findings", "record", "sign-in", "failure"} {
		all[name] = template.Must(template.Must(layout.Clone()).ParseFS(templateFiles, "templates/"+name+".html"))
	}
	return all
})

// visit is a request of a page, with the state that it shows.
type visit struct {
	server *Server
	w      http.ResponseWriter
	r      *http.Request
	l      bilingual.Language
	state  *state
	holder bool // of the token
	status int
	title  string
}

// page makes a handler of a function that shows a page.
func (s *Server) page(show func(*Server, *visit) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		v := &visit{server: s, w: w, r: r, state: s.current.Load(), holder: s.access.allows(r, time.Now()), status: http.StatusOK}
		if r.URL.Query().Get("lang") == "en" {
			v.l = bilingual.English
		}
		if r.Method == http.MethodGet && !v.holder {
			data, done := v.state.pages.get(r.Context(), r.URL.RequestURI())
			if data != nil {
				v.send(data)
				return
			}
			defer done()
		}
		if err := show(s, v); err != nil {
			v.fail(err)
		}
	}
}

// etag names what a page shows: addresses, language and state make it, and whether persons
// may be on it.
func (v *visit) etag() string {
	if v.holder {
		return `"` + v.state.serial + `-h"`
	}
	return `"` + v.state.serial + `"`
}

// show writes a page. What only holders of the token see is kept nowhere.
func (v *visit) show(name string, data any) error {
	var out bytes.Buffer
	if err := templates()[name].ExecuteTemplate(&out, "layout", frame{v, data}); err != nil {
		return err
	}
	if v.status == http.StatusOK && v.r.Method == http.MethodGet && !v.holder {
		v.state.pages.put(v.r.URL.RequestURI(), out.Bytes())
	}
	v.send(out.Bytes())
	return nil
}

func (v *visit) send(data []byte) {
	h := v.w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Vary", "Cookie, Authorization")
	if v.holder || v.status != http.StatusOK {
		h.Set("Cache-Control", "no-store")
	} else {
		h.Set("Cache-Control", "private, no-cache")
		h.Set("ETag", v.etag())
		if v.r.Header.Get("If-None-Match") == v.etag() {
			v.w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	v.w.WriteHeader(v.status)
	_, _ = v.w.Write(data) // a visitor who has left needs no answer
}

// problem is an error that visitors are told.
type problem struct {
	status int
	text   bilingual.Text
}

// Error returns the text in English.
func (p problem) Error() string { return p.text.EN }

var (
	notFound = problem{http.StatusNotFound, bilingual.Text{ZH: "没有这个页面；请核对地址，或从首页查找", EN: "There is no such page: check the address, or begin at the first page"}}
	tooMany  = problem{http.StatusServiceUnavailable, bilingual.Text{ZH: "正在查询的人太多；请稍候再试", EN: "Too many are asking at once: try again in a moment"}}
	badForm  = problem{http.StatusBadRequest, bilingual.Text{ZH: "表单无法读取，或超过64 KB；请重新填写", EN: "The form cannot be read, or is larger than 64 KB: fill it in again"}}
	holders  = problem{http.StatusForbidden, bilingual.Text{ZH: "涉及个人的内容须凭口令查看", EN: "What is about persons needs the token"}}
)

// fail shows an error. What the database has said is for the log, and there by kind alone.
func (v *visit) fail(err error) {
	var told problem
	if !errors.As(err, &told) {
		v.server.logFailure("page", err)
		told = problem{http.StatusInternalServerError, bilingual.Text{ZH: "查询没有完成", EN: "The lookup was not completed"}}
		if mis.Advice(err, v.l) != "" {
			told = problem{http.StatusServiceUnavailable, bilingual.Text{ZH: mis.Advice(err, bilingual.Chinese), EN: mis.Advice(err, bilingual.English)}}
		}
	}
	if told == holders {
		http.Redirect(v.w, v.r, href(v.l, "/sign-in", "to", v.r.URL.RequestURI()), http.StatusSeeOther)
		return
	}
	if told.status == http.StatusServiceUnavailable {
		v.w.Header().Set("Retry-After", "2")
	}
	v.status, v.title = told.status, v.l.Pick("没有完成", "Not done")
	if err := v.show("failure", told.text.In(v.l)); err != nil {
		http.Error(v.w, told.text.In(v.l), told.status)
	}
}

func (s *Server) nothing(v *visit) error { return notFound }

// lookup calls a function that asks the database, when its turn has come.
func (v *visit) lookup(ask func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(v.r.Context(), 20*time.Second)
	defer cancel()
	select {
	case v.server.lookups <- struct{}{}:
		defer func() { <-v.server.lookups }()
	case <-time.After(5 * time.Second):
		return tooMany
	case <-ctx.Done():
		return ctx.Err()
	}
	return ask(ctx)
}

// href is an address of the server in a language, with parameters by name and value; empty
// ones are left out.
func href(l bilingual.Language, path string, parameters ...string) string {
	q := url.Values{}
	for i := 0; i+1 < len(parameters); i += 2 {
		if parameters[i+1] != "" {
			q.Set(parameters[i], parameters[i+1])
		}
	}
	if l == bilingual.English {
		q.Set("lang", "en")
	}
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}

// escaped writes a text as one part of a path. Browsers and servers take the parts "." and
// "..", however they are escaped, for steps in the path; ~ before them keeps them from it.
func escaped(part string) string {
	if part == "" || part == "." || part == ".." || part[0] == '~' {
		part = "~" + part
	}
	return url.PathEscape(part)
}

// part reads what escaped has written into the address.
func (v *visit) part(name string) string { return strings.TrimPrefix(v.r.PathValue(name), "~") }

// frame is what a template gets.
type frame struct {
	*visit
	D any // of the page
}

// Say picks the language.
func (f frame) Say(zh, en string) string { return f.l.Pick(zh, en) }

// Language is the language of the page.
func (f frame) Language() bilingual.Language { return f.l }

// Lang is the language of the page for its reader's browser.
func (f frame) Lang() string { return f.l.Pick("zh-CN", "en") }

// To is an address of the server.
func (f frame) To(path string, parameters ...string) string { return href(f.l, path, parameters...) }

// Part writes a text as one part of a path.
func (f frame) Part(text any) string { return escaped(fmt.Sprint(text)) }

// With is the address of this page with one parameter changed.
func (f frame) With(name, value string) string {
	q := f.r.URL.Query()
	q.Del("from") // another list begins at its beginning
	q.Set(name, value)
	if value == "" {
		q.Del(name)
	}
	if len(q) == 0 {
		return f.r.URL.EscapedPath()
	}
	return f.r.URL.EscapedPath() + "?" + q.Encode()
}

// Asked is a parameter of the address.
func (f frame) Asked(name string) string { return f.r.URL.Query().Get(name) }

// Other is this page in the other language.
func (f frame) Other() string {
	if f.l == bilingual.English {
		return f.With("lang", "")
	}
	return f.With("lang", "en")
}

// Here is the address of this page, for a link that can be shared.
func (f frame) Here() string { return f.r.URL.RequestURI() }

// Posted reports whether the page answers a form: it stays until another is asked for.
func (f frame) Posted() bool { return f.r.Method == http.MethodPost }

// Serial tells the state that is shown.
func (f frame) Serial() string { return f.state.serial }

// Heading names the plan and the date of the data.
func (f frame) Heading() string { return f.state.made.Page.Heading(f.l) }

// Title is that of the page.
func (f frame) Title() string { return f.title }

// Holder reports whether the visitor holds the token.
func (f frame) Holder() bool { return f.holder }

// Locked reports whether there is no token at all.
func (f frame) Locked() bool { return f.server.access.key == nil }

// Change is the number of the last change that is shown.
func (f frame) Change() int64 { return f.state.made.Change }

// Since is when the results that are shown were made.
func (f frame) Since() string { return f.state.at.Format("2006-01-02 15:04:05") }

// Lost is since when the database cannot be reached, "" while it can.
func (f frame) Lost() string {
	if f.state.lost.IsZero() {
		return ""
	}
	return f.state.lost.Format("15:04:05")
}

// Counties are all counties.
func (f frame) Counties() []mis.County { return f.state.made.Counties }

// Bearers are on whom statements fall.
func (f frame) Bearers() (list []named) {
	for _, b := range plan.Bearers() {
		list = append(list, named{keyOf(b), b.In(f.l)})
	}
	return list
}

// Items puts a list beside the frame, for a template of both.
func (f frame) Items(list listing) any {
	return struct {
		F    frame
		List listing
	}{f, list}
}

// Current reports whether a page is the one that is shown.
func (f frame) Current(path string) bool { return f.r.URL.Path == path }

// static serves what pages load.
func static() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := r.PathValue("file")
		data, err := staticFiles.ReadFile("static/" + name)
		if name == "page.css" {
			data, err = []byte(page.Style()), nil
		}
		types := map[string]string{"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}
		kind := types[name[strings.LastIndexByte(name, '.')+1:]]
		if err != nil || kind == "" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", kind)
		w.Header().Set("Cache-Control", "no-cache")
		http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(data))
	})
}
