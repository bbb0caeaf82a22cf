package main

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"math"
	"unicode/utf8"

	"scrapbookreader/jsontext"
	"scrapbookreader/scrapbook"
)

// tag writes a value in the tagged form of conformance/CASES.md; what is absent becomes null.
func tag(value any) any {
	switch value := value.(type) {
	case nil:
		return nil
	case string:
		return tagText(value)
	case *jsontext.Value:
		return tagJSON(value)
	case *scrapbook.Display:
		return tagDisplay(value)
	case scrapbook.Timing:
		return tagTiming(value)
	default:
		panic(value)
	}
}

func tagJSON(value *jsontext.Value) any {
	if value == nil {
		return nil
	}
	switch value.Kind {
	case jsontext.Bool:
		return value.IsTrue()
	case jsontext.Number:
		return object{"$number": numberText(value)}
	case jsontext.String:
		return tagText(value.Text())
	case jsontext.Array:
		items := make([]any, len(value.Items))
		for at, item := range value.Items {
			items[at] = tagJSON(item)
		}
		return items
	case jsontext.Object:
		members := make([]any, len(value.Members))
		for at, member := range value.Members {
			members[at] = []any{tagText(member.Key), tagJSON(member.Value)}
		}
		return object{"$object": members}
	default:
		return nil
	}
}

func numberText(value *jsontext.Value) string {
	if value.IsInteger() {
		return scrapbook.IntegerText(value)
	}
	switch float := value.Float(); {
	case math.IsNaN(float):
		return "NaN"
	case math.IsInf(float, 1):
		return "Infinity"
	case math.IsInf(float, -1):
		return "-Infinity"
	default:
		return scrapbook.FloatText(float)
	}
}

// tagObject is tagJSON where absence is an empty object.
func tagObject(value *jsontext.Value) any {
	if value == nil {
		return object{"$object": []any{}}
	}
	return tagJSON(value)
}

// tagText gives text by its UTF-16 units where it holds a lone surrogate: then it is not UTF-8.
func tagText(text string) any {
	if utf8.ValidString(text) {
		return text
	}
	var units []byte
	for _, unit := range jsontext.Units(text) {
		units = binary.BigEndian.AppendUint16(units, unit)
	}
	return object{"$string16": hex.EncodeToString(units)}
}

func tagBytes(content []byte) any {
	return object{"$bytes": base64.StdEncoding.EncodeToString(content)}
}

func tagTiming(timing scrapbook.Timing) any {
	switch {
	case timing.IsAbsent:
		return nil
	case timing.Duration == nil:
		return object{"$number": "0.0"}
	default:
		return tagJSON(timing.Duration)
	}
}

func tagDisplay(display *scrapbook.Display) any {
	if display == nil {
		return nil
	}
	data := make([]any, len(display.Data))
	for at, entry := range display.Data {
		value := tagJSON(entry.Value)
		if entry.Joined {
			value = tagText(entry.Text)
		}
		data[at] = []any{tagText(entry.Mime), value}
	}
	return object{
		"outputType": tagText(display.OutputType),
		"data":       object{"$object": data},
		"metadata":   tagObject(display.Metadata),
	}
}

func tagError(err *scrapbook.Error) object {
	return object{
		"category": err.Category(),
		"code":     err.Code,
		"path":     err.Path,
		"message":  err.Message,
	}
}

func tagErrors(list []*scrapbook.Error) []any {
	tagged := make([]any, len(list))
	for at, err := range list {
		tagged[at] = tagError(err)
	}
	return tagged
}

// text is a key or a name in a request: a string, or units of UTF-16 where it has lone surrogates.
type text string

func (t *text) UnmarshalJSON(data []byte) error {
	var units struct {
		String16 string `json:"$string16"`
	}
	if data[0] == '{' {
		if err := json.Unmarshal(data, &units); err != nil {
			return err
		}
		escaped := make([]byte, 0, len(units.String16)*2)
		for at := 0; at+4 <= len(units.String16); at += 4 {
			escaped = append(escaped, `\u`+units.String16[at:at+4]...)
		}
		data = append(append([]byte{'"'}, escaped...), '"')
	}
	// Go's own decoder has no lone surrogates; ours has.
	value, fault := jsontext.Parse(data, jsontext.Limits{})
	if fault != nil {
		return fault
	}
	*t = text(value.Text())
	return nil
}
