package dashboard

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"net/http"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// access tells holders of the token from all others.
type access struct {
	token [sha256.Size]byte // its digest, so that a comparison takes the same time for all lengths
	key   []byte            // signs cookies; nil where there is no token
}

func newAccess(token string) access {
	if token == "" {
		return access{}
	}
	mac := hmac.New(sha256.New, []byte(token))
	mac.Write([]byte("dashboard cookies"))
	return access{token: sha256.Sum256([]byte(token)), key: mac.Sum(nil)}
}

// cookieName is the cookie of who has shown the token; it holds until when, and a signature.
const cookieName = "dashboard"

// cookieFor is how long the token need not be shown again.
const cookieFor = 8 * time.Hour

// holds reports whether a token is the right one, in a time that does not depend on it.
func (a access) holds(token string) bool {
	sum := sha256.Sum256([]byte(token))
	return subtle.ConstantTimeCompare(sum[:], a.token[:]) == 1 && a.key != nil
}

// allows reports whether a request comes from a holder of the token: by a cookie, or by
// Authorization: Bearer, for programs.
func (a access) allows(r *http.Request, now time.Time) bool {
	if token, is := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); is {
		return a.holds(token)
	}
	cookie, err := r.Cookie(cookieName)
	if err != nil || a.key == nil {
		return false
	}
	until, signature, _ := strings.Cut(cookie.Value, ".")
	if !hmac.Equal([]byte(signature), []byte(a.sign(until))) {
		return false
	}
	seconds, err := strconv.ParseInt(until, 10, 64)
	return err == nil && now.Unix() < seconds
}

func (a access) sign(until string) string {
	mac := hmac.New(sha256.New, a.key)
	mac.Write([]byte(until))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

// cookie is what a holder of the token gets; secure where the connection is.
func (a access) cookie(now time.Time, secure bool) *http.Cookie {
	until := strconv.FormatInt(now.Add(cookieFor).Unix(), 10)
	return &http.Cookie{Name: cookieName, Value: until + "." + a.sign(until), Path: "/", MaxAge: int(cookieFor.Seconds()),
		HttpOnly: true, Secure: secure, SameSite: http.SameSiteStrictMode}
}

// local is an address of this server that a visitor goes back to, "/" for any other.
func local(to string) string {
	if !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.ContainsFunc(to, func(c rune) bool { return c == '\\' || unicode.IsControl(c) }) {
		return "/"
	}
	return to
}

// signIn asks for the token.
func (s *Server) signIn(v *visit) error {
	v.title = v.l.Pick("凭口令查看", "Sign in")
	return v.show("sign-in", signing{Back: local(v.r.URL.Query().Get("to"))})
}

type signing struct {
	Back  string
	Wrong bool
}

// trialPause is what a wrong token costs; few are tried at once.
const trialPause = 500 * time.Millisecond

// tryToken takes a token.
func (s *Server) tryToken(v *visit) error {
	select {
	case s.trials <- struct{}{}:
		defer func() { <-s.trials }()
	default:
		return tooMany
	}
	if err := v.r.ParseForm(); err != nil {
		return badForm
	}
	back := local(v.r.PostForm.Get("to"))
	if !s.access.holds(strings.TrimSpace(v.r.PostForm.Get("token"))) {
		select {
		case <-time.After(trialPause):
		case <-v.r.Context().Done():
		}
		v.status, v.title = http.StatusForbidden, v.l.Pick("凭口令查看", "Sign in")
		return v.show("sign-in", signing{Back: back, Wrong: true})
	}
	http.SetCookie(v.w, s.access.cookie(time.Now(), s.options.Secure || v.r.TLS != nil))
	http.Redirect(v.w, v.r, back, http.StatusSeeOther)
	return nil
}

// signOut takes the cookie back.
func (s *Server) signOut(v *visit) error {
	http.SetCookie(v.w, &http.Cookie{Name: cookieName, Path: "/", MaxAge: -1, HttpOnly: true, SameSite: http.SameSiteStrictMode})
	http.Redirect(v.w, v.r, href(v.l, "/"), http.StatusSeeOther)
	return nil
}
