package jsontext

import (
	"strings"
	"testing"
)

// The rows of SPEC.md, section 12.2, and some beside them.
func TestFaults(t *testing.T) {
	rows := []struct {
		text   string
		code   string
		offset int
	}{
		{"", "json-empty", 0},
		{"\xef\xbb\xbf", "json-empty", 3},
		{" \n\t", "json-empty", 3},
		{`{"a": 1`, "json-truncated", 7},
		{"-", "json-truncated", 1},
		{"1.", "json-truncated", 2},
		{"1e", "json-truncated", 2},
		{"tru", "json-truncated", 3},
		{`"a`, "json-truncated", 2},
		{`"\u12`, "json-truncated", 5},
		{"\"\xc3", "json-truncated", 2},
		{"1", "", 0}, {"-0", "", 0}, {"1e5", "", 0}, {"-Infinity", "", 0}, {"NaN", "", 0},
		{"01", "json-syntax", 1}, {"1x", "json-syntax", 1}, {"+1", "json-syntax", 0},
		{".5", "json-syntax", 0}, {"1.x", "json-syntax", 2}, {"--1", "json-syntax", 1},
		{"-NaN", "json-syntax", 1},
		{"nul1", "json-syntax", 3}, {"Nan", "json-syntax", 2}, {"-Inf1", "json-syntax", 4},
		{"[1,]", "json-syntax", 3}, {`{"a":1,}`, "json-syntax", 7}, {"{,}", "json-syntax", 1},
		{"{a:1}", "json-syntax", 1}, {"[1}", "json-syntax", 2}, {`{"a" 1}`, "json-syntax", 5},
		{"{} x", "json-syntax", 3}, {"{}{}", "json-syntax", 2},
		{"\"\x1f\"", "json-syntax", 1}, {`"\x"`, "json-syntax", 2}, {`"\u12g4"`, "json-syntax", 5},
		{"\xff\xfe{\x00", "json-utf8", 0}, {"{\x00\"\x00", "json-syntax", 1},
		{"\"\x80\"", "json-utf8", 1}, {"\"\xc3(\"", "json-utf8", 2}, {"\"\xed\xa0\x80\"", "json-utf8", 2},
		{"\"\xe0\x80\x80\"", "json-utf8", 2}, {"{\xc3\xa4", "json-syntax", 1},
		{"\xef\xbb\xbf\xef\xbb\xbf{}", "json-syntax", 3}, {"\xef\xbb", "json-truncated", 2},
		{"\xef\xbb{}", "json-syntax", 2}, {"\xef\xbf\xbe", "json-utf8", 1},
		{strings.Repeat("[", 10_001), "json-depth", 10_000},
		{strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000), "", 0},
	}
	for _, row := range rows {
		_, fault := Parse([]byte(row.text), Limits{MaxDepth: 10_000})
		code, offset := "", 0
		if fault != nil {
			code, offset = fault.Code, fault.Offset
		}
		if code != row.code || offset != row.offset {
			t.Errorf("%.20q: %s at %d, expected %s at %d", row.text, code, offset, row.code, row.offset)
		}
	}
}

func TestPlaceOfAFault(t *testing.T) {
	_, fault := Parse([]byte("\xef\xbb\xbf{\r\n \"ä\": x}"), Limits{})
	if fault == nil || fault.Line != 2 || fault.Column != 7 || fault.Offset != 13 {
		t.Errorf("got %v", fault)
	}
}

func TestValues(t *testing.T) {
	text := `{"b": 1.0, "a": [1e400, -0, "\ud83d\ude00\ud800"], "b": 123456789012345678901234567890, "__proto__": null}`
	root, fault := Parse([]byte(text), Limits{})
	if fault != nil {
		t.Fatal(fault)
	}
	if len(root.Members) != 3 || root.Members[0].Key != "b" || root.Members[2].Key != "__proto__" {
		t.Errorf("members are %v", root.Members)
	}
	if b := root.Get("b"); b.Source() != "123456789012345678901234567890" || root.LongestInteger() != 30 {
		t.Errorf("b is %s", b.Source())
	}
	units := Units(root.Get("a").Items[2].Text())
	if len(units) != 3 || units[0] != 0xd83d || units[1] != 0xde00 || units[2] != 0xd800 {
		t.Errorf("units are %x", units)
	}
	if root.Get("a").Items[1].IsTruthy() || !root.Get("a").Items[0].IsTruthy() {
		t.Error("a zero is true, or infinity false")
	}
}

func TestHalvesOfAPairMeetInAString(t *testing.T) {
	outer, _ := Parse([]byte(`"\"\ud83d\\ude00\""`), Limits{})
	inner, depth, fault := ParseText(outer.Text())
	if fault != nil || depth != 0 || inner.Text() != "😀" {
		t.Errorf("got %q, %v", inner.Text(), fault)
	}
}
