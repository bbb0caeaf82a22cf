package scrapbook

import (
	"math/big"
	"strings"
	"unicode/utf8"

	"scrapbookreader/jsontext"
	"scrapbookreader/protocol"
)

const (
	scrapPrefix  = "application/scrapbook.scrap"
	recordPrefix = "application/papermill.record"
)

// payload is a payload or record that was checked: the generated type, its data the JSON value of the file.
type payload struct {
	protocol.ScrapPayload
	data *jsontext.Value
	path string
	// versionText is the version whatever its size.
	versionText string
}

// checked is what comes of a payload or record: it is good, or there is a problem, or it is nothing.
type checked struct {
	payload *payload
	problem *Error
	warning *Error
	// name of a bad one, where it can be read (6.3).
	name    string
	hasName bool
}

// checkPayload checks in the order of 12.4.1.
func checkPayload(value *jsontext.Value, path string) checked {
	if !value.IsObject() {
		return checked{problem: newError("payload-not-object", path, "the payload is no object")}
	}
	name, data, encoder := value.Get("name"), value.Get("data"), value.Get("encoder")
	bad := func(code, at, message string) checked {
		found := checked{problem: newError(code, at, message)}
		if name.IsString() {
			found.name, found.hasName = name.Text(), true
		}
		return found
	}
	versionPath := pointer(path, "version")
	versionValue := value.Get("version")
	if versionValue == nil {
		return bad("payload-version-missing", path, "the payload has no version")
	}
	version := integral(versionValue)
	if version == nil {
		return bad("payload-version-invalid", versionPath, "the version is no integer")
	}
	if version.Sign() <= 0 {
		return bad("payload-version-unsupported", versionPath, "there is no such version")
	}
	var warning *Error
	if version.Cmp(big.NewInt(1)) > 0 {
		warning = newError("payload-version-newer", versionPath, "read as version 1")
	}
	with := func(found checked) checked {
		found.warning = warning
		return found
	}
	switch {
	case name == nil:
		return with(bad("payload-member-missing", path, "there is no name"))
	case !name.IsString():
		return with(bad("payload-member-type", pointer(path, "name"), "the name is no string"))
	case data == nil:
		return with(bad("payload-member-missing", path, "there is no data"))
	case data.Kind == jsontext.Null:
		return with(bad("payload-member-type", pointer(path, "data"), "the data is null"))
	case encoder == nil:
		return with(bad("payload-member-missing", path, "there is no encoder"))
	case !encoder.IsString():
		return with(bad("payload-member-type", pointer(path, "encoder"), "the encoder is no string"))
	}
	good := newPayload(name.Text(), data, encoder.Text(), path)
	good.versionText = version.String()
	if version.IsInt64() {
		good.Version = int(version.Int64())
	}
	return with(checked{payload: good})
}

// checkRecord checks a legacy record (7, 12.4.2); one without members is nothing.
func checkRecord(key string, value *jsontext.Value, path string) checked {
	if !value.IsObject() {
		return checked{problem: newError("payload-record-invalid", path, "the record is no object")}
	}
	if len(value.Members) == 0 {
		return checked{}
	}
	first := value.Members[0]
	if first.Value.Kind == jsontext.Null {
		problem := newError("payload-record-invalid", path, "the record's value is null")
		return checked{problem: problem, name: first.Key, hasName: true}
	}
	rest := strings.TrimPrefix(key, recordPrefix)
	return checked{payload: newPayload(first.Key, first.Value, dropCharacter(rest), path)}
}

func newPayload(name string, data *jsontext.Value, encoder, path string) *payload {
	generated := protocol.ScrapPayload{Name: name, Data: data, Encoder: encoder, Version: 1}
	return &payload{ScrapPayload: generated, data: data, path: path, versionText: "1"}
}

// dropCharacter drops one code point.
func dropCharacter(text string) string {
	if jsontext.StartsWithSurrogate(text) {
		return text[3:]
	}
	_, size := utf8.DecodeRuneInString(text)
	return text[size:]
}
