//go:build js && wasm

// Command wasm binds a session to a web page: bytes in, JSON out. The page computes no
// figure of its own.
package main

import (
	"encoding/json"
	"syscall/js"

	"github.com/eduplan/tonghua/examples/whatif"
)

// reply is what every function of the page gets: what it asked for, or why it cannot be.
type reply struct {
	Value any `json:"value,omitempty"`
	Error any `json:"error,omitempty"`
}

func answered(value any, err error) any {
	r := reply{Value: value}
	if err != nil {
		r = reply{Error: whatif.Explain(err)}
	}
	data, err := json.Marshal(r)
	if err != nil {
		data = []byte(`{"error":{"zh":"结果无法写成数据","en":"the result cannot be written as data"}}`)
	}
	return string(data)
}

func text(args []js.Value, i int) string {
	if i >= len(args) || args[i].Type() != js.TypeString {
		return ""
	}
	return args[i].String()
}

// of reads a value from the JSON of an argument.
func of[T any](args []js.Value, i int) (v T, err error) {
	err = json.Unmarshal([]byte(text(args, i)), &v)
	return v, err
}

func function(do func(args []js.Value) (any, error)) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) any { return answered(do(args)) })
}

// scenario wraps a function that asks something of a scenario.
func scenario(do func(s whatif.Scenario, args []js.Value) (any, error)) js.Func {
	return function(func(args []js.Value) (any, error) {
		s, err := whatif.ParseScenario([]byte(text(args, 0)))
		if err != nil {
			return nil, err
		}
		return do(s, args)
	})
}

func main() {
	session := &whatif.Session{}
	js.Global().Set("tonghua", map[string]any{
		"subjects": function(func([]js.Value) (any, error) { return whatif.Subjects(), nil }),
		"open": function(func(args []js.Value) (any, error) {
			data := make([]byte, args[0].Get("length").Int())
			js.CopyBytesToGo(data, args[0])
			options, err := of[whatif.Options](args, 1)
			if err != nil {
				return nil, err
			}
			return session.Open(data, options)
		}),
		"demonstrate": function(func(args []js.Value) (any, error) { return session.Demonstrate(text(args, 0)) }),
		"link":        function(func(args []js.Value) (any, error) { return whatif.ParseLink(text(args, 0)) }),
		"answer":      scenario(func(s whatif.Scenario, _ []js.Value) (any, error) { return session.Answer(s) }),
		"moved": scenario(func(s whatif.Scenario, args []js.Value) (any, error) {
			m, err := of[whatif.Move](args, 1)
			if err != nil {
				return nil, err
			}
			return session.Moved(s, m)
		}),
		"without": scenario(func(s whatif.Scenario, args []js.Value) (any, error) { return s.Without(args[1].Int()), nil }),
		"amendment": scenario(func(s whatif.Scenario, _ []js.Value) (any, error) {
			data, err := session.AmendmentJSON(s)
			return string(data), err
		}),
		"source": scenario(func(s whatif.Scenario, _ []js.Value) (any, error) {
			data, err := session.GoSource(s)
			return string(data), err
		}),
		"cases": scenario(func(s whatif.Scenario, _ []js.Value) (any, error) {
			data, err := session.Cases(s)
			return string(data), err
		}),
	})
	select {}
}
