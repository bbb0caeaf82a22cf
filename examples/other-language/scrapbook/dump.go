package scrapbook

import (
	"math"
	"strings"

	"scrapbookreader/jsontext"
)

// Dump is a JSON text of a value, in one line as Python writes it (10.3, 10.4). NaN and the infinities stay what
// they are in the file; a lone surrogate is what jsontext has for it.
func Dump(value *jsontext.Value) string {
	var text strings.Builder
	// What is still to be written, the next one last: a value, or text that stands between values.
	pending := []any{value}
	for len(pending) > 0 {
		next := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		if between, ok := next.(string); ok {
			text.WriteString(between)
			continue
		}
		current := next.(*jsontext.Value)
		switch current.Kind {
		case jsontext.Array:
			pending = append(pending, "]")
			for at := len(current.Items) - 1; at >= 0; at-- {
				pending = append(pending, current.Items[at])
				if at > 0 {
					pending = append(pending, ", ")
				}
			}
			text.WriteByte('[')
		case jsontext.Object:
			pending = append(pending, "}")
			for at := len(current.Members) - 1; at >= 0; at-- {
				member := current.Members[at]
				pending = append(pending, member.Value, quote(member.Key)+": ")
				if at > 0 {
					pending = append(pending, ", ")
				}
			}
			text.WriteByte('{')
		case jsontext.String:
			text.WriteString(quote(current.Text()))
		case jsontext.Number:
			text.WriteString(dumpNumber(current))
		default:
			text.WriteString(current.Source())
		}
	}
	return text.String()
}

func dumpNumber(value *jsontext.Value) string {
	if value.IsInteger() {
		return IntegerText(value)
	}
	switch float := value.Float(); {
	case math.IsNaN(float):
		return "NaN"
	case math.IsInf(float, 1):
		return "Infinity"
	case math.IsInf(float, -1):
		return "-Infinity"
	default:
		return FloatText(float)
	}
}

var escapes = map[byte]string{
	'"': `\"`, '\\': `\\`, '\b': `\b`, '\f': `\f`, '\n': `\n`, '\r': `\r`, '\t': `\t`,
}

func quote(text string) string {
	var quoted strings.Builder
	quoted.WriteByte('"')
	for _, c := range []byte(text) {
		switch escape, ok := escapes[c]; {
		case ok:
			quoted.WriteString(escape)
		case c < 0x20:
			const digits = "0123456789abcdef"
			quoted.WriteString(`\u00`)
			quoted.WriteByte(digits[c>>4])
			quoted.WriteByte(digits[c&0xf])
		default:
			quoted.WriteByte(c)
		}
	}
	quoted.WriteByte('"')
	return quoted.String()
}
