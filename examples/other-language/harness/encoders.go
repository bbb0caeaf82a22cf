package main

import (
	"errors"
	"regexp"
	"strings"

	"scrapbookreader/jsontext"
	"scrapbookreader/scrapbook"
)

var day = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)

// known are the encoders of conformance/CASES.md, "Encoders of the caller".
var known = map[string]func(*jsontext.Value) (any, error){
	"date": func(data *jsontext.Value) (any, error) {
		if !data.IsString() || !day.MatchString(data.Text()) {
			return nil, errors.New("no date")
		}
		return "date:" + data.Text(), nil
	},
	"upper": func(data *jsontext.Value) (any, error) {
		if !data.IsString() {
			return nil, errors.New("no text")
		}
		return strings.ToLower(data.Text()), nil
	},
	"broken": func(*jsontext.Value) (any, error) { return nil, errors.New("it breaks") },
}

func encodersOf(names []string) []scrapbook.Encoder {
	var encoders []scrapbook.Encoder
	for _, name := range names {
		encoders = append(encoders, scrapbook.Encoder{Name: name, Decode: known[name]})
	}
	return encoders
}
