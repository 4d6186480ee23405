package dashboard_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/eduplan/tonghua/examples/dashboard"
)

// signed is a cookie as the server signs it with a token.
func signed(with string, until time.Time) string {
	key := hmac.New(sha256.New, []byte(with))
	key.Write([]byte("dashboard cookies"))
	seconds := fmt.Sprint(until.Unix())
	mac := hmac.New(sha256.New, key.Sum(nil))
	mac.Write([]byte(seconds))
	return seconds + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

func TestWhoHoldsTheToken(t *testing.T) {
	source := file(t, "small")
	s, locked := started(t, source, dashboard.Options{}), started(t, source, dashboard.Options{Token: "none"})
	later := time.Now().Add(time.Hour)
	good := signed(token, later)
	for _, c := range []struct {
		name           string
		site           *site
		header, cookie string
		in             bool
	}{
		{"a visitor without anything does not", s, "", "", false},
		{"who has a cookie of the server does", s, "", good, true},
		{"who has an expired one does not", s, "", signed(token, time.Now().Add(-time.Second)), false},
		{"who has signed one with another token does not", s, "", signed("another token of a test", later), false},
		{"who has made an own one longer does not", s, "", fmt.Sprint(later.Add(time.Hour).Unix()) + good[strings.IndexByte(good, '.'):], false},
		{"who has changed the signature does not", s, "", good[:len(good)-2] + "xx", false},
		{"who has left the signature out does not", s, "", good[:strings.IndexByte(good, '.')], false},
		{"who has an empty cookie does not", s, "", ".", false},
		{"a program with the token in its header does", s, "Bearer " + token, "", true},
		{"a program with a wrong one does not, whatever its cookie", s, "Bearer wrong", good, false},
		{"a program with an empty one does not", s, "Bearer ", "", false},
		{"a program with a part of the token does not", s, "Bearer " + token[:16], "", false},
		{"where there is no token, an empty one opens nothing", locked, "Bearer ", "", false},
		{"where there is no token, a cookie signed with none opens nothing", locked, "", signed("", later), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := http.NewRequest(http.MethodGet, c.site.url+"/record/staff/JZG000001", nil)
			require.NoError(t, err)
			if c.header != "" {
				r.Header.Set("Authorization", c.header)
			}
			if c.cookie != "" {
				r.AddCookie(&http.Cookie{Name: "dashboard", Value: c.cookie})
			}
			got := do(t, visitor(t), r)
			if c.in {
				assert.Equal(t, http.StatusOK, got.status)
				assert.Contains(t, got.body, "field.degree")
				return
			}
			assert.Equal(t, http.StatusSeeOther, got.status)
			assert.Equal(t, "/sign-in?to=%2Frecord%2Fstaff%2FJZG000001", got.header.Get("Location"))
			assert.NotContains(t, got.body, "field.")
		})
	}
	t.Run("a token that is too short is refused at the start", func(t *testing.T) {
		_, err := dashboard.New(t.Context(), opened(t, source), dashboard.Options{Date: asOf, Token: "fifteen letters"})
		assert.ErrorIs(t, err, dashboard.ErrToken)
		_, err = dashboard.New(t.Context(), opened(t, source), dashboard.Options{Token: token})
		assert.ErrorContains(t, err, "date")
	})
}

func TestTheTokenIsShownOnce(t *testing.T) {
	s := started(t, file(t, "small"), dashboard.Options{})
	t.Run("a wrong one is refused after a moment, and there is no cookie", func(t *testing.T) {
		began := time.Now()
		got := post(t, visitor(t), s.url+"/sign-in?lang=en", url.Values{"token": {"wrong"}, "to": {"/ledger"}})
		assert.Equal(t, http.StatusForbidden, got.status)
		assert.Empty(t, got.header.Values("Set-Cookie"))
		assert.Contains(t, got.body, "The token is not right")
		assert.Contains(t, got.body, `value="/ledger"`)
		assert.GreaterOrEqual(t, time.Since(began), 400*time.Millisecond)
	})
	t.Run("many wrong ones at once are put off", func(t *testing.T) {
		said := make(chan int, 20)
		for range cap(said) {
			go func() { said <- post(t, visitor(t), s.url+"/sign-in", url.Values{"token": {"wrong"}}).status }()
		}
		counted := map[int]int{}
		for range cap(said) {
			counted[<-said]++
		}
		assert.Greater(t, counted[http.StatusServiceUnavailable], 10)
		assert.Equal(t, cap(said), counted[http.StatusServiceUnavailable]+counted[http.StatusForbidden])
	})
	t.Run("the right one gives a cookie that scripts and other sites do not get", func(t *testing.T) {
		got := post(t, visitor(t), s.url+"/sign-in", url.Values{"token": {" " + token + "\n"}, "to": {"/ledger?state=open"}})
		assert.Equal(t, http.StatusSeeOther, got.status)
		assert.Equal(t, "/ledger?state=open", got.header.Get("Location"))
		cookie := got.header.Get("Set-Cookie")
		for _, part := range []string{"HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=28800"} {
			assert.Contains(t, cookie, part)
		}
		assert.NotContains(t, cookie, "Secure", "the connection is not")
		behind := started(t, s.source, dashboard.Options{Secure: true})
		assert.Contains(t, post(t, visitor(t), behind.url+"/sign-in", url.Values{"token": {token}}).header.Get("Set-Cookie"), "Secure")
	})
	t.Run("who signs out is out", func(t *testing.T) {
		client := holder(t, s)
		require.Equal(t, http.StatusOK, get(t, client, s.url+"/record/staff/JZG000001").status)
		got := post(t, client, s.url+"/sign-out?lang=en", nil)
		assert.Equal(t, "/?lang=en", got.header.Get("Location"))
		assert.Equal(t, http.StatusSeeOther, get(t, client, s.url+"/record/staff/JZG000001").status)
	})
	t.Run("nobody is sent to another server", func(t *testing.T) {
		for _, to := range []string{"//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)", "/\t/evil.example", "/\n/evil.example", " //evil.example",
			"/.//evil.example", "/..//evil.example", "/%2f/evil.example", "", "evil.example", "/\x00/evil.example"} {
			got := post(t, visitor(t), s.url+"/sign-in", url.Values{"token": {token}, "to": {to}})
			require.Equal(t, http.StatusSeeOther, got.status)
			base, err := url.Parse(s.url + "/sign-in")
			require.NoError(t, err)
			at, err := base.Parse(got.header.Get("Location"))
			require.NoError(t, err, "%q", to)
			assert.Equal(t, base.Host, at.Host, "%q leads to %s", to, at)
			assert.True(t, strings.HasPrefix(got.header.Get("Location"), "/") && !strings.HasPrefix(got.header.Get("Location"), "//"), "%q leads to %s", to, at)
			asked := get(t, visitor(t), s.url+"/sign-in?to="+url.QueryEscape(to))
			assert.NotContains(t, asked.body, `value="//`)
			assert.NotContains(t, asked.body, `value="javascript`)
		}
	})
}

func TestWhoMayNotSaveChangesNothing(t *testing.T) {
	s := started(t, file(t, "small"), dashboard.Options{})
	store := opened(t, s.source)
	before, err := store.LastChange(t.Context())
	require.NoError(t, err)
	form := url.Values{"field.degree": {"博士"}, "was.degree": {""}}
	address := s.url + "/record/staff/JZG000001"
	t.Run("without the token", func(t *testing.T) {
		got := post(t, visitor(t), address, form)
		assert.Equal(t, http.StatusSeeOther, got.status)
		assert.Contains(t, got.header.Get("Location"), "/sign-in")
	})
	t.Run("with the cookie, but from a page of another site", func(t *testing.T) {
		client := holder(t, s)
		for name, value := range map[string]string{"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"} {
			r, err := http.NewRequest(http.MethodPost, address, strings.NewReader(form.Encode()))
			require.NoError(t, err)
			r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			r.Header.Set(name, value)
			assert.Equal(t, http.StatusForbidden, do(t, client, r).status, name)
		}
	})
	t.Run("with a form that is none", func(t *testing.T) {
		r, err := http.NewRequest(http.MethodPost, address, strings.NewReader(`{"degree": "博士"}`))
		require.NoError(t, err)
		r.Header.Set("Content-Type", "application/json")
		assert.Equal(t, http.StatusBadRequest, do(t, holder(t, s), r).status)
	})
	t.Run("in a way that is not offered", func(t *testing.T) {
		for _, method := range []string{http.MethodPut, http.MethodDelete, http.MethodPatch} {
			r, err := http.NewRequest(method, address, nil)
			require.NoError(t, err)
			got := do(t, holder(t, s), r)
			assert.GreaterOrEqual(t, got.status, 400)
			assert.Less(t, got.status, 500)
		}
	})
	t.Run("in a register or of a record that is not there", func(t *testing.T) {
		for _, path := range []string{"/record/salaries/1", "/record/staff/nobody", "/record/county_years/1"} {
			assert.Equal(t, http.StatusNotFound, post(t, holder(t, s), s.url+path, form).status, path)
			assert.Equal(t, http.StatusNotFound, get(t, holder(t, s), s.url+path).status, path)
		}
	})
	after, err := store.LastChange(t.Context())
	require.NoError(t, err)
	assert.Equal(t, before, after)
}

func TestAFormIsSavedUnlessSomebodyElseWasFaster(t *testing.T) {
	s := started(t, file(t, "small"), dashboard.Options{})
	store, client := opened(t, s.source), holder(t, s)
	address := s.url + "/record/staff/JZG000007"
	shown := func() url.Values {
		form := url.Values{}
		for _, one := range all(parsed(t, get(t, client, address).body), "input", "") {
			form.Set(attribute(one, "name"), attribute(one, "value"))
		}
		require.NotEmpty(t, form.Get("was.staff_no"))
		return form
	}
	stored := func() map[string]string {
		r, _, err := store.Record(t.Context(), asOf, "staff", "JZG000007")
		require.NoError(t, err)
		fields := map[string]string{}
		for _, f := range r.Fields {
			fields[f.Name] = f.Text
		}
		return fields
	}
	form := shown()
	form.Set("field.degree", "硕士")
	form.Set("field.staff_no", "JZG000001") // the address names the record
	got := post(t, client, address+"?lang=en", form)
	require.Equal(t, http.StatusSeeOther, got.status)
	assert.Equal(t, "/record/staff/JZG000007?lang=en&saved=1", got.header.Get("Location"))
	assert.Equal(t, "硕士", stored()["degree"])

	t.Run("another field that somebody has changed meanwhile stays as he left it", func(t *testing.T) {
		form := shown()
		_, err := store.AmendForm(t.Context(), asOf, "staff", map[string]string{"staff_no": "JZG000007", "hard_post": "是"})
		require.NoError(t, err)
		form.Set("field.rural_years", "3.5")
		require.Equal(t, http.StatusSeeOther, post(t, client, address, form).status)
		assert.Equal(t, "是", stored()["hard_post"])
		assert.Equal(t, "3.5", stored()["rural_years"])
	})
	t.Run("the same field is not overwritten, and nothing that was filled in is lost", func(t *testing.T) {
		form := shown()
		_, err := store.AmendForm(t.Context(), asOf, "staff", map[string]string{"staff_no": "JZG000007", "degree": "本科"})
		require.NoError(t, err)
		form.Set("field.degree", "博士")
		form.Set("field.rural_years", "4")
		got := post(t, client, address, form)
		require.Equal(t, http.StatusConflict, got.status)
		assert.Contains(t, text(all(parsed(t, got.body), "p", "notice")[0]), "刚被改为“本科”")
		assert.Equal(t, "本科", stored()["degree"])
		assert.Equal(t, "3.5", stored()["rural_years"], "nothing was saved")
		again := url.Values{}
		for _, one := range all(parsed(t, got.body), "input", "") {
			again.Set(attribute(one, "name"), attribute(one, "value"))
		}
		assert.Equal(t, "4", again.Get("field.rural_years"))
		require.Equal(t, http.StatusSeeOther, post(t, client, address, again).status, "who has seen it saves over it")
		assert.Equal(t, "博士", stored()["degree"])
		assert.Equal(t, "4", stored()["rural_years"])
	})
	t.Run("what cannot be saved comes back as it was filled in, and can be mended", func(t *testing.T) {
		form := shown()
		form.Set("field.rural_years", "很多")
		form.Set("field.degree", "硕士")
		got := post(t, client, address, form)
		require.Equal(t, http.StatusUnprocessableEntity, got.status)
		again := url.Values{}
		for _, one := range all(parsed(t, got.body), "input", "") {
			again.Set(attribute(one, "name"), attribute(one, "value"))
		}
		assert.Equal(t, "很多", again.Get("field.rural_years"))
		again.Set("field.rural_years", "5")
		require.Equal(t, http.StatusSeeOther, post(t, client, address, again).status)
		assert.Equal(t, "硕士", stored()["degree"])
		assert.Equal(t, "5", stored()["rural_years"])
	})
	t.Run("a field with a line break is not taken for changed", func(t *testing.T) {
		_, err := store.Amend(t.Context(), asOf, "staff", []byte(`{"staff_no": "JZG000007", "space": "1\n2"}`))
		require.NoError(t, err)
		form := shown()
		form.Set("was.space", "1\r\n2") // as a browser sends it
		form.Set("field.space", "12")
		require.Equal(t, http.StatusSeeOther, post(t, client, address, form).status)
		assert.Equal(t, "1\n2", stored()["space"])
	})
	said, _, err := store.Record(t.Context(), asOf, "staff", "JZG000007")
	require.NoError(t, err)
	page := texts(parsed(t, get(t, client, address).body))
	for _, e := range said.Explained {
		assert.True(t, page[e.In(0)], "%s", e.In(0))
	}
}
