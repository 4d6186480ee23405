package dashboard

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"github.com/eduplan/tonghua/examples/mis"
	"github.com/eduplan/tonghua/indicators/bilingual"
)

// logged writes a line for each request. It has the pattern of the address and not the
// address: a path may hold the number of a person, and a query what was searched for.
func (s *Server) logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		counted := &counting{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(counted, r)
		s.options.Log.LogAttrs(context.WithoutCancel(r.Context()), slog.LevelInfo, "request", slog.String("method", r.Method), slog.String("pattern", r.Pattern),
			slog.Int("status", counted.status), slog.Int64("bytes", counted.bytes), slog.Duration("took", time.Since(began)))
	})
}

// logFailure writes what kind of error it is, and what to do. The words of a database may
// quote what was to be saved.
func (s *Server) logFailure(what string, err error) {
	s.options.Log.Error(what, slog.String("kind", fmt.Sprintf("%T", err)), slog.String("advice", mis.Advice(err, bilingual.English)))
}

// counting notes what was answered.
type counting struct {
	http.ResponseWriter
	status int
	bytes  int64
}

// WriteHeader notes the status.
func (c *counting) WriteHeader(status int) {
	c.status = status
	c.ResponseWriter.WriteHeader(status)
}

// Write counts the bytes.
func (c *counting) Write(data []byte) (int, error) {
	n, err := c.ResponseWriter.Write(data)
	c.bytes += int64(n)
	return n, err
}

// Unwrap returns the writer for http.ResponseController.
func (c *counting) Unwrap() http.ResponseWriter { return c.ResponseWriter }

// silent leaves out what net/http says of a connection, which names its address.
type silent struct{ slog.Handler }

// Handle writes that there was something.
func (h silent) Handle(ctx context.Context, r slog.Record) error {
	return h.Handler.Handle(ctx, slog.NewRecord(r.Time, r.Level, "connection failed", r.PC))
}
