package mappings

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/eduplan/tonghua/indicators"
	"github.com/eduplan/tonghua/indicators/internal/memory"
	"github.com/eduplan/tonghua/indicators/quantity"
)

// Tag is the key of the struct tags that [Tagged] reads.
const Tag = "field"

// Tagged makes the mapping of a struct T. A field with the tag field:"training_hours" fills
// the field of that key, also one of an embedded struct. It may be
//
//   - a text, which is read as [indicators.Field.Parse] reads it; one that cannot be read
//     makes the field invalid;
//   - a whole number or a float, in the unit of the field;
//   - a bool, for yes or no;
//   - a time.Time, for a day, in the time's own zone;
//   - a pointer to any of these, nil for unknown, or a struct of such a value and a bool
//     named Valid, such as sql.NullString and sql.Null.
//
// Everything is looked up now, and nothing for each record but the values; the mapping is
// safe for concurrent use. Errors name the struct's field and what is wrong with it.
func Tagged[T any, R indicators.Record[R]]() (func(*T, *R), error) {
	var none R
	subject, of := none.Subject(), reflect.TypeFor[T]()
	if err := subject.Err(); err != nil {
		return nil, err
	}
	if of.Kind() != reflect.Struct {
		return nil, fmt.Errorf("mappings: %s is no struct", of)
	}
	var fills []func(*T, *R)
	var errs []error
	filled := map[string]string{}
	for _, member := range reflect.VisibleFields(of) {
		key, tagged := member.Tag.Lookup(Tag)
		if !tagged {
			continue
		}
		fill, err := fillOf[T](subject, of, member, key)
		if err == nil && filled[key] != "" {
			err = fmt.Errorf("%s fills %s as well", filled[key], key)
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("mappings: %s.%s: %w", of, member.Name, err))
			continue
		}
		filled[key] = member.Name
		fills = append(fills, fill)
	}
	if len(errs) == 0 && len(fills) == 0 {
		errs = append(errs, fmt.Errorf("mappings: no field of %s has the tag %s:\"…\" with the key of a field, such as %q", of, Tag, subject.Fields()[0].Key()))
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return func(from *T, to *R) {
		for _, fill := range fills {
			fill(from, to)
		}
	}, nil
}

// fillOf returns what fills a field from a member of a struct.
func fillOf[T any, R indicators.Record[R]](subject *indicators.Subject[R], of reflect.Type, member reflect.StructField, key string) (func(*T, *R), error) {
	f, there := subject.Field(key)
	if !there {
		var keys []string
		for _, one := range subject.Fields() {
			keys = append(keys, one.Key())
		}
		return nil, fmt.Errorf("subject %s has no field %q: %s", subject.Key(), key, strings.Join(keys, ", "))
	}
	offset := uintptr(0)
	at := of
	for _, i := range member.Index {
		if at.Kind() == reflect.Pointer {
			return nil, errors.New("it stands in a struct that is embedded by a pointer")
		}
		inner := at.Field(i)
		offset += inner.Offset
		at = inner.Type
	}
	fill := fillFrom[T](f, member.Type, offset)
	switch {
	case fill == nil && member.Type.Kind() == reflect.Pointer:
		fill = fillPointer[T](f, member.Type.Elem(), offset)
	case fill == nil && member.Type.Kind() == reflect.Struct && member.Type.NumField() == 2:
		value, valid := member.Type.Field(0), member.Type.Field(1)
		if inner := fillFrom[T](f, value.Type, offset+value.Offset); inner != nil && valid.Name == "Valid" && valid.Type.Kind() == reflect.Bool {
			known := memory.Member[T, bool](offset + valid.Offset)
			fill = func(from *T, to *R) {
				if *known(from) {
					inner(from, to)
				}
			}
		}
	}
	if fill == nil {
		return nil, fmt.Errorf("a %s cannot fill %s: want %s", member.Type, key, wanted(f))
	}
	return fill, nil
}

// wanted says of what types a field is filled.
func wanted[R any](f *indicators.Field[R]) string {
	var none R
	switch f.Value(&none).(type) {
	case *indicators.Answer:
		return "a text or a bool"
	case *quantity.Date:
		return "a text or a time.Time"
	case interface{ SetFloat(float64) }:
		return "a number or a text"
	}
	return "a text"
}

// fillFrom returns what fills a field from a value at an offset, nil for types that cannot.
func fillFrom[T any, R indicators.Record[R]](f *indicators.Field[R], of reflect.Type, offset uintptr) func(*T, *R) {
	if of == reflect.TypeFor[time.Time]() {
		return with(f, memory.Member[T, time.Time](offset), setDay[R])
	}
	switch of.Kind() {
	case reflect.String:
		return with(f, memory.Member[T, string](offset), setText[R])
	case reflect.Bool:
		return with(f, memory.Member[T, bool](offset), setBool[R])
	case reflect.Int:
		return with(f, memory.Member[T, int](offset), setInt[R, int])
	case reflect.Int8:
		return with(f, memory.Member[T, int8](offset), setInt[R, int8])
	case reflect.Int16:
		return with(f, memory.Member[T, int16](offset), setInt[R, int16])
	case reflect.Int32:
		return with(f, memory.Member[T, int32](offset), setInt[R, int32])
	case reflect.Int64:
		return with(f, memory.Member[T, int64](offset), setInt[R, int64])
	case reflect.Uint:
		return with(f, memory.Member[T, uint](offset), setInt[R, uint])
	case reflect.Uint8:
		return with(f, memory.Member[T, uint8](offset), setInt[R, uint8])
	case reflect.Uint16:
		return with(f, memory.Member[T, uint16](offset), setInt[R, uint16])
	case reflect.Uint32:
		return with(f, memory.Member[T, uint32](offset), setInt[R, uint32])
	case reflect.Uint64:
		return with(f, memory.Member[T, uint64](offset), setInt[R, uint64])
	case reflect.Float32:
		return with(f, memory.Member[T, float32](offset), setFloat[R, float32])
	case reflect.Float64:
		return with(f, memory.Member[T, float64](offset), setFloat[R, float64])
	}
	return nil
}

// fillPointer fills a field from what a pointer points to.
func fillPointer[T any, R indicators.Record[R]](f *indicators.Field[R], of reflect.Type, offset uintptr) func(*T, *R) {
	if of.Size() == 0 {
		return nil
	}
	inner := fillFrom[byte](f, of, 0)
	if inner == nil {
		return nil
	}
	at := memory.Member[T, *byte](offset)
	return func(from *T, to *R) {
		if p := *at(from); p != nil {
			inner(p, to)
		}
	}
}

// setter returns what sets a field from values of a type, nil if the field takes none.
type setter[R, V any] func(f *indicators.Field[R]) func(*R, V)

// with brings a value and a field together.
func with[T, R, V any](f *indicators.Field[R], at func(*T) *V, of setter[R, V]) func(*T, *R) {
	set := of(f)
	if set == nil {
		return nil
	}
	return func(from *T, to *R) { set(to, *at(from)) }
}

func setText[R any](f *indicators.Field[R]) func(*R, string) {
	return func(to *R, text string) {
		if err := f.Parse(to, text); err != nil {
			reason := quantity.Unreadable
			errors.As(err, &reason)
			f.Refuse(to, reason)
		}
	}
}

func setBool[R any](f *indicators.Field[R]) func(*R, bool) {
	var none R
	if _, fits := f.Value(&none).(*indicators.Answer); !fits {
		return nil
	}
	return func(to *R, yes bool) {
		answer := indicators.No
		if yes {
			answer = indicators.Yes
		}
		*f.Value(to).(*indicators.Answer) = answer
	}
}

func setDay[R any](f *indicators.Field[R]) func(*R, time.Time) {
	var none R
	if _, fits := f.Value(&none).(*quantity.Date); !fits {
		return nil
	}
	return func(to *R, t time.Time) { *f.Value(to).(*quantity.Date) = quantity.DateOfTime(t) }
}

func setInt[R any, I quantity.Integer](f *indicators.Field[R]) func(*R, I) {
	var none R
	if _, fits := f.Value(&none).(interface{ SetInt(int64) }); !fits {
		return nil
	}
	return func(to *R, n I) {
		if uint64(n) > 1<<63-1 && n > 0 {
			f.Refuse(to, quantity.TooLarge)
			return
		}
		f.Value(to).(interface{ SetInt(int64) }).SetInt(int64(n))
	}
}

func setFloat[R any, F float32 | float64](f *indicators.Field[R]) func(*R, F) {
	var none R
	if _, fits := f.Value(&none).(interface{ SetFloat(float64) }); !fits {
		return nil
	}
	return func(to *R, v F) { f.Value(to).(interface{ SetFloat(float64) }).SetFloat(float64(v)) }
}
