package scrapbook

import (
	"encoding/base64"
	"strings"

	"scrapbookreader/jsontext"
)

// Display is an output that shows a scrap (5.2).
type Display struct {
	OutputType string
	// Data is the bundle, in order.
	Data []Shown
	// Metadata is nil where the output has none: an empty object.
	Metadata *jsontext.Value

	path string
}

// Shown is one MIME type of a bundle.
type Shown struct {
	Mime string
	// Value as the file has it, unless Joined.
	Value *jsontext.Value
	// Text is what the lines of Value are together (5.3), if Joined.
	Text   string
	Joined bool
}

func readDisplay(from *shown) *Display {
	display := &Display{Metadata: from.output.Get("metadata"), path: from.path}
	if outputType := from.output.Get("output_type"); outputType.IsString() {
		display.OutputType = outputType.Text()
	}
	bundle := from.output.Get("data")
	if bundle == nil {
		return display
	}
	joins := from.isCode && (display.OutputType == "display_data" || display.OutputType == "execute_result")
	places := make(map[string]int)
	for _, member := range bundle.Members {
		entry := Shown{Mime: strings.TrimPrefix(member.Key, from.prefix), Value: member.Value}
		if joins && !isJSONMime(entry.Mime) {
			entry.Text, entry.Joined = joinLines(member.Value)
		}
		if at, ok := places[entry.Mime]; ok {
			display.Data[at] = entry
			continue
		}
		places[entry.Mime] = len(display.Data)
		display.Data = append(display.Data, entry)
	}
	return display
}

func joinLines(value *jsontext.Value) (string, bool) {
	if value.Kind != jsontext.Array {
		return "", false
	}
	lines := make([]string, len(value.Items))
	for at, item := range value.Items {
		if !item.IsString() {
			return "", false
		}
		lines[at] = item.Text()
	}
	return jsontext.Join(lines), true
}

func isJSONMime(mime string) bool {
	return mime == "application/json" ||
		strings.HasPrefix(mime, "application/") && strings.HasSuffix(mime, "+json")
}

// Media are the MIME types that the scrap is shown as: all but payloads and records.
func (d *Display) Media() []Shown {
	var media []Shown
	for _, entry := range d.Data {
		if !isScrapKey(entry.Mime) {
			media = append(media, entry)
		}
	}
	return media
}

// TextOf is a MIME type's content as text (5.4).
func (d *Display) TextOf(entry Shown) string {
	switch {
	case entry.Joined:
		return entry.Text
	case entry.Value.IsString() && !isJSONMime(entry.Mime):
		return entry.Value.Text()
	default:
		return Dump(entry.Value)
	}
}

// BytesOf is a MIME type's content as bytes (5.4).
func (d *Display) BytesOf(entry Shown) ([]byte, *Error) {
	text := d.TextOf(entry)
	isString := entry.Joined || entry.Value.IsString()
	if !isString || isTextMime(entry.Mime) || isJSONMime(entry.Mime) {
		return []byte(jsontext.ReplaceSurrogates(text)), nil
	}
	unspaced := strings.NewReplacer(" ", "", "\t", "", "\r", "", "\n", "").Replace(text)
	content, err := base64.RawStdEncoding.DecodeString(strings.TrimRight(unspaced, "="))
	if err != nil {
		return nil, newError("encoder-decode-failed", d.path, "it is not base64")
	}
	return content, nil
}

func isTextMime(mime string) bool {
	switch mime {
	case "application/xml", "application/javascript", "application/x-latex":
		return true
	}
	return strings.HasPrefix(mime, "text/") || strings.HasSuffix(mime, "+xml")
}
