package scrapbook

import (
	"scrapbookreader/jsontext"
)

// Encoder turns payload data into a value. It may also be made by the caller (4.1).
type Encoder struct {
	Name string
	// Decode gives the value that data stands for: a string, a *jsontext.Value, or anything of the caller's.
	Decode func(data *jsontext.Value) (any, error)
}

// encoderList is text, json, display, then the given ones; a given one of a name that is there takes its place.
func encoderList(given []Encoder) ([]Encoder, error) {
	list := []Encoder{{"text", decodeText}, {"json", decodeJSON}, {"display", nil}}
	for _, encoder := range given {
		if encoder.Name == "display" {
			return nil, newError("usage-argument", "", "the encoder display must not be replaced")
		}
		if at := indexOfEncoder(list, encoder.Name); at >= 0 {
			list[at] = encoder
		} else {
			list = append(list, encoder)
		}
	}
	return list, nil
}

func indexOfEncoder(list []Encoder, name string) int {
	for at, encoder := range list {
		if encoder.Name == name {
			return at
		}
	}
	return -1
}

// decodeJSON reads a string once more, if it holds a JSON text (4.2).
func decodeJSON(data *jsontext.Value) (any, error) {
	if !data.IsString() {
		return data, nil
	}
	value, depth, fault := jsontext.ParseText(data.Text())
	switch {
	case fault != nil:
		return data, nil
	case depth > maxDepth:
		return nil, newError("json-depth", "", "the JSON in the string is nested too deep")
	case value.LongestInteger() > maxIntegerDigits:
		return nil, newError("json-integer-digits", "", "an integer in the string is too long")
	}
	return value, nil
}

// decodeText gives numbers and booleans as Python's str (4.3, 10.5).
func decodeText(data *jsontext.Value) (any, error) {
	if data.Kind == jsontext.Array || data.Kind == jsontext.Object {
		return nil, newError("encoder-text-not-string", "", "the data is no text")
	}
	return scalarText(data), nil
}

// decodeData gives the value of a payload, in the order of 12.6.
func decodeData(p *payload, encoders []Encoder) (any, *Error) {
	if p.Encoder == "display" {
		return nil, newError("encoder-display-payload", p.path, "display has no payload")
	}
	at := indexOfEncoder(encoders, p.Encoder)
	if at < 0 {
		return nil, newError("encoder-unknown", p.path, "there is no encoder "+p.Encoder)
	}
	if err := checkDigits(p); err != nil {
		return nil, err
	}
	value, err := encoders[at].Decode(p.data)
	if err == nil {
		return value, nil
	}
	// An error that has a code keeps it (4.6).
	if known, ok := err.(*Error); ok {
		return nil, newError(known.Code, p.path, known.Message)
	}
	return nil, newError("encoder-decode-failed", p.path, err.Error())
}

func checkDigits(p *payload) *Error {
	if p.data.LongestInteger() > maxIntegerDigits {
		return newError("json-integer-digits", p.path, "an integer is too long")
	}
	return nil
}
