package dashboard

import (
	"io"
	"net/http"
	"time"
)

// heartbeat is how often a page that follows hears that the server is there.
const heartbeat = 15 * time.Second

// events tells a page the serial of each state as it comes, the present one first. States
// that come while a page is slow to listen are left out, but for the last.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	select {
	case s.streams <- struct{}{}:
		defer func() { <-s.streams }()
	default:
		w.Header().Set("Retry-After", "30")
		http.Error(w, "too many pages follow", http.StatusServiceUnavailable)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("Cache-Control", "no-store")
	if r.Method == http.MethodHead {
		return
	}
	control := http.NewResponseController(w)
	send := func(text string) bool {
		if control.SetWriteDeadline(time.Now().Add(heartbeat)) != nil {
			return false
		}
		_, err := io.WriteString(w, text)
		return err == nil && control.Flush() == nil
	}
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for {
		now := s.current.Load()
		if !send("data: " + now.serial + "\n\n") {
			return
		}
		for waiting := true; waiting; {
			select {
			case <-now.superseded:
				waiting = false
			case <-beat.C:
				if !send(": \n\n") {
					return
				}
			case <-r.Context().Done():
				return
			}
		}
	}
}
