package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/eduplan/tonghua/examples/wholefile"
	"github.com/eduplan/tonghua/rules"
)

// stateMark begins a state file; the last byte is the number of its form.
const stateMark = "shards\x01"

// mostState bounds what a state may be unpacked to, so that no damaged file fills the
// memory: more than ten thousand groups of thirty rules.
const mostState = 1 << 30

// writeState writes what was counted, to a file that takes its name when it is whole. Groups and parts are sorted, so that the same counts are the same bytes.
func writeState(name string, register rules.Register) (err error) {
	var packed bytes.Buffer
	packed.WriteString(stateMark)
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return err
	}
	if err := json.NewEncoder(w).Encode(register.Sorted()); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	file, err := wholefile.Create(name)
	if err != nil {
		return err
	}
	defer file.Abandon()
	if _, err = file.Write(packed.Bytes()); err != nil {
		return err
	}
	return file.Finish()
}

// errDamaged says that a file is no state, or a part of one.
var errDamaged = errors.New("not a state of shards, or damaged")

func readState(name string) (register rules.Register, err error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return register, err
	}
	packed, ok := bytes.CutPrefix(data, []byte(stateMark))
	if !ok {
		return register, errDamaged
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return register, fmt.Errorf("%w: %w", errDamaged, err)
	}
	text, err := io.ReadAll(io.LimitReader(unpacked, mostState)) // to the end, where the check sum is
	if err == nil {
		err = json.Unmarshal(text, &register)
	}
	if err != nil {
		return register, fmt.Errorf("%w: %w", errDamaged, err)
	}
	return register, nil
}
