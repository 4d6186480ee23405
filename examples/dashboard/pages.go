package dashboard

import (
	"context"
	"sync"
)

// pages are what was shown of a state, as long as it fits. Whoever asks for a page that is
// being made waits for it, so that it is made once for all who follow.
type pages struct {
	mu     sync.Mutex
	made   map[string][]byte
	making map[string]chan struct{} // closed when the page is made, or is not to be had
	bytes  int
}

// mostPages is how many bytes of pages are kept of a state.
const mostPages = 16 << 20

func newPages() *pages {
	return &pages{made: map[string][]byte{}, making: map[string]chan struct{}{}}
}

// get returns the page of an address, or nil where the caller has to make it; what it
// returns then is to be called when that is done or has failed.
func (p *pages) get(ctx context.Context, address string) (data []byte, done func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if data := p.made[address]; data != nil {
		return data, nil
	}
	if making := p.making[address]; making != nil {
		p.mu.Unlock()
		select {
		case <-making:
		case <-ctx.Done():
		}
		p.mu.Lock()
		return p.made[address], func() {}
	}
	making := make(chan struct{})
	p.making[address] = making
	return nil, func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		delete(p.making, address)
		close(making)
	}
}

// put keeps a page.
func (p *pages) put(address string, data []byte) {
	p.mu.Lock()
	defer p.mu.Unlock()
	size := len(data) + len(address)
	if p.made[address] == nil && p.bytes+size <= mostPages {
		p.made[address] = data
		p.bytes += size
	}
}
