package jsontext

import (
	"unicode/utf16"
	"unicode/utf8"
)

// readString reads from a quote to the next that is not escaped.
func (p *parser) readString() (string, *Fault) {
	p.at++
	start := p.at
	var decoded []byte
	for {
		if p.at >= len(p.text) {
			return "", p.faultOf("json-truncated")
		}
		switch c := p.text[p.at]; {
		case c == '"':
			text := string(p.text[start:p.at])
			if decoded != nil {
				text = string(appendText(decoded, p.text[start:p.at]))
			}
			p.at++
			return text, nil
		case c < 0x20:
			return "", p.faultOf("json-syntax")
		case c == '\\':
			decoded = appendText(decoded, p.text[start:p.at])
			var fault *Fault
			if decoded, fault = p.readEscape(decoded); fault != nil {
				return "", fault
			}
			start = p.at
		case c < 0x80 || !p.checksUTF8:
			p.at++
		default:
			if fault := p.readCharacter(); fault != nil {
				return "", fault
			}
		}
	}
}

// readCharacter checks one character of UTF-8 that is not ASCII, byte by byte: the fault is at the first byte that
// cannot stand there.
func (p *parser) readCharacter() *Fault {
	lead := p.text[p.at]
	more, low, high := 0, byte(0x80), byte(0xbf)
	switch {
	case lead >= 0xc2 && lead <= 0xdf:
		more = 1
	case lead >= 0xe0 && lead <= 0xef:
		more = 2
	case lead >= 0xf0 && lead <= 0xf4:
		more = 3
	default:
		return p.faultOf("json-utf8")
	}
	switch lead {
	case 0xe0:
		low = 0xa0
	case 0xed:
		high = 0x9f
	case 0xf0:
		low = 0x90
	case 0xf4:
		high = 0x8f
	}
	for p.at++; more > 0; more-- {
		if p.at >= len(p.text) {
			return p.faultOf("json-truncated")
		}
		if c := p.text[p.at]; c < low || c > high {
			return p.faultOf("json-utf8")
		}
		p.at++
		low, high = 0x80, 0xbf
	}
	return nil
}

var escapes = map[byte]byte{
	'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t',
}

func (p *parser) readEscape(decoded []byte) ([]byte, *Fault) {
	p.at++
	if p.at >= len(p.text) {
		return nil, p.faultOf("json-truncated")
	}
	if p.text[p.at] != 'u' {
		c, ok := escapes[p.text[p.at]]
		if !ok {
			return nil, p.fault()
		}
		p.at++
		return append(decoded, c), nil
	}
	p.at++
	var unit rune
	for range 4 {
		if p.at >= len(p.text) {
			return nil, p.faultOf("json-truncated")
		}
		digit := hexDigit(p.text[p.at])
		if digit < 0 {
			return nil, p.fault()
		}
		unit = unit<<4 | digit
		p.at++
	}
	return appendUnit(decoded, unit), nil
}

func hexDigit(c byte) rune {
	switch {
	case c >= '0' && c <= '9':
		return rune(c - '0')
	case c >= 'a' && c <= 'f':
		return rune(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return rune(c-'A') + 10
	default:
		return -1
	}
}

// appendText appends text, which may begin with the second half of a pair.
func appendText(decoded, text []byte) []byte {
	if unit, ok := surrogateAt(text); ok {
		decoded, text = appendUnit(decoded, unit), text[3:]
	}
	if decoded == nil {
		decoded = make([]byte, 0, len(text))
	}
	return append(decoded, text...)
}

// appendUnit appends a UTF-16 unit: a low surrogate after a high one makes a character of both; one alone is three
// bytes that UTF-8 does not have, and WTF-8 has.
func appendUnit(decoded []byte, unit rune) []byte {
	if unit >= 0xdc00 && unit <= 0xdfff && len(decoded) >= 3 {
		if high, ok := surrogateAt(decoded[len(decoded)-3:]); ok && high < 0xdc00 {
			return utf8.AppendRune(decoded[:len(decoded)-3], utf16.DecodeRune(high, unit))
		}
	}
	if utf16.IsSurrogate(unit) {
		return append(decoded, 0xe0|byte(unit>>12), 0x80|byte(unit>>6&0x3f), 0x80|byte(unit&0x3f))
	}
	return utf8.AppendRune(decoded, unit)
}

// surrogateAt is the lone surrogate that text begins with.
func surrogateAt(text []byte) (rune, bool) {
	if len(text) < 3 || text[0] != 0xed || text[1] < 0xa0 {
		return 0, false
	}
	return 0xd000 | rune(text[1]&0x3f)<<6 | rune(text[2]&0x3f), true
}

// Units are the UTF-16 units of a text, lone surrogates among them.
func Units(text string) []uint16 {
	var units []uint16
	for rest := []byte(text); len(rest) > 0; {
		if unit, ok := surrogateAt(rest); ok {
			units, rest = append(units, uint16(unit)), rest[3:]
			continue
		}
		r, size := utf8.DecodeRune(rest)
		units, rest = utf16.AppendRune(units, r), rest[size:]
	}
	return units
}

// StartsWithSurrogate tells whether a text begins with a lone surrogate, which is three bytes long.
func StartsWithSurrogate(text string) bool {
	_, ok := surrogateAt([]byte(text))
	return ok
}

// Join joins texts; halves of a pair that meet become a character.
func Join(texts []string) string {
	joined := []byte{}
	for _, text := range texts {
		joined = appendText(joined, []byte(text))
	}
	return string(joined)
}

// ReplaceSurrogates puts U+FFFD in the place of each lone surrogate: then the text is UTF-8.
func ReplaceSurrogates(text string) string { return string(utf16.Decode(Units(text))) }
