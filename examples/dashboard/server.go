package dashboard

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/eduplan/tonghua/examples/mis"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Options say what a server shows and what it allows. The zero value of a field is the value
// that its comment names.
type Options struct {
	Date     quantity.Date // that the registers describe; it must be known
	Token    string        // opens findings about persons and forms; at least LeastToken characters, "" opens them to nobody
	Poll     time.Duration // how often the database is asked for changes: 200 ms
	Patience time.Duration // how long one reading of the database may take: a minute
	Reread   time.Duration // how often all is read again, for what was written without a row of changes: an hour
	Streams  int           // how many pages may follow at once: 1000
	Lookups  int           // how many pages may ask the database at once: 4
	Secure   bool          // cookies are for TLS alone, where a proxy ends it; where this server does they are anyway
	Log      *slog.Logger  // slog.Default()
}

// LeastToken is how many characters a token must have, so that nobody guesses it.
const LeastToken = 16

// ErrToken says that a token is too short.
var ErrToken = errors.New("dashboard: a token must have 16 characters at least")

// Server shows the results of a store.
type Server struct {
	store   *mis.Store
	live    *mis.Live
	options Options
	access  access
	started time.Time
	serials int64 // of Follow and New alone
	current atomic.Pointer[state]
	streams chan struct{} // has a place for each page that follows
	lookups chan struct{}
	trials  chan struct{} // tokens that are being tried
}

// New reads the registers, which takes a second or two for a city.
func New(ctx context.Context, store *mis.Store, o Options) (*Server, error) {
	if !o.Date.Known() {
		return nil, errors.New("dashboard: the date is not known")
	}
	if o.Token != "" && len(o.Token) < LeastToken {
		return nil, ErrToken
	}
	orElse(&o.Poll, 200*time.Millisecond)
	orElse(&o.Patience, time.Minute)
	orElse(&o.Reread, time.Hour)
	orElse(&o.Streams, 1000)
	orElse(&o.Lookups, 4)
	orElse(&o.Log, slog.Default())
	s := &Server{store: store, live: store.Live(mis.Options{Date: o.Date}), options: o, access: newAccess(o.Token), started: time.Now(),
		streams: make(chan struct{}, o.Streams), lookups: make(chan struct{}, o.Lookups), trials: make(chan struct{}, 4)}
	if err := s.renew(ctx); err != nil {
		return nil, err
	}
	return s, nil
}

// orElse gives an option that was left out its value.
func orElse[T comparable](option *T, value T) {
	var zero T
	if *option == zero {
		*option = value
	}
}

// HTTP returns a server for an address with the limits that slow and greedy callers meet.
// Pages that follow are let go when the context ends.
func (s *Server) HTTP(ctx context.Context, address string) *http.Server {
	return &http.Server{
		Addr: address, Handler: s.Handler(), BaseContext: func(net.Listener) context.Context { return ctx }, ErrorLog: slog.NewLogLogger(silent{s.options.Log.Handler()}, slog.LevelWarn),
		ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, WriteTimeout: 30 * time.Second, IdleTimeout: time.Minute,
		MaxHeaderBytes: 16 << 10,
	}
}

// mostForm is how many bytes a form may have.
const mostForm = 64 << 10

// Handler returns the pages.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	for pattern, show := range map[string]func(*Server, *visit) error{
		"GET /{$}":                      (*Server).overview,
		"GET /statements":               (*Server).statements,
		"GET /statement/{id}":           (*Server).statement,
		"GET /county/{code}":            (*Server).county,
		"GET /county/{code}/schools":    (*Server).schools,
		"GET /county/{code}/{id}":       (*Server).countyStatement,
		"GET /school/{code}":            (*Server).school,
		"GET /due":                      (*Server).due,
		"GET /ledger":                   (*Server).ledger,
		"GET /findings/{id}":            (*Server).findings,
		"GET /record/{register}/{key}":  (*Server).record,
		"POST /record/{register}/{key}": (*Server).amend,
		"GET /sign-in":                  (*Server).signIn,
		"POST /sign-in":                 (*Server).tryToken,
		"POST /sign-out":                (*Server).signOut,
		"GET /download/{file}":          (*Server).download,
		"GET /download/findings/{file}": (*Server).downloadFindings,
	} {
		mux.HandleFunc(pattern, s.page(show))
	}
	mux.HandleFunc("GET /events", s.events)
	mux.HandleFunc("GET /health", s.health)
	mux.Handle("GET /static/{file}", static())
	mux.HandleFunc("/", s.page((*Server).nothing))
	return s.logged(limited(http.NewCrossOriginProtection().Handler(mux)))
}

// limited sets what all answers have and what no request may exceed.
func limited(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		if len(r.URL.RawQuery) > 4<<10 {
			http.Error(w, "the address is too long", http.StatusRequestURITooLong)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, mostForm)
		next.ServeHTTP(w, r)
	})
}

// health answers whether the results are up to date.
func (s *Server) health(w http.ResponseWriter, _ *http.Request) {
	if !s.current.Load().lost.IsZero() {
		http.Error(w, "the database cannot be reached", http.StatusServiceUnavailable)
		return
	}
	_, _ = w.Write([]byte("ok\n"))
}
