package jsontext

import "bytes"

// Limits of reading.
type Limits struct {
	// MaxDepth of arrays and objects; the root container has depth 1. 0 is none.
	MaxDepth int
}

var byteOrderMark = []byte{0xef, 0xbb, 0xbf}

// Parse reads a file: UTF-8, a byte order mark allowed at its start.
func Parse(text []byte, limits Limits) (*Value, *Fault) {
	p := parser{text: text, maxDepth: limits.MaxDepth, checksUTF8: true}
	if len(text) > 0 && text[0] == byteOrderMark[0] {
		// Nothing else begins with this byte: where the mark breaks off is the fault.
		for _, c := range byteOrderMark {
			if !p.is(c) {
				return nil, p.fault()
			}
			p.at++
		}
	}
	p.start = p.at
	return p.parse()
}

// ParseText reads JSON that a string holds, without a limit of depth, and tells how deep it is. A byte order mark
// is a character there, and so is a lone surrogate: SPEC.md, section 4.2.
func ParseText(text string) (value *Value, depth int, fault *Fault) {
	p := parser{text: []byte(text)}
	value, fault = p.parse()
	return value, p.deepest, fault
}

type parser struct {
	text       []byte
	start, at  int
	maxDepth   int
	deepest    int
	checksUTF8 bool
	// open containers, the innermost last: no recursion, since depth is the input's to choose.
	open []frame
}

type frame struct {
	value *Value
	start int
	// key of the member that is being read.
	key string
}

// parse reads the whole text: values are opened, and completed ones are put into what is open.
func (p *parser) parse() (*Value, *Fault) {
	for {
		value, opened, fault := p.openValue()
		if fault != nil {
			return nil, fault
		}
		if opened {
			continue
		}
		root, fault := p.complete(value)
		if root != nil || fault != nil {
			return root, fault
		}
	}
}

// openValue reads a scalar or an empty container, or opens a container up to its first value.
func (p *parser) openValue() (value *Value, opened bool, fault *Fault) {
	p.skipSpace()
	if p.at >= len(p.text) {
		return nil, false, p.fault()
	}
	start := p.at
	switch c := p.text[p.at]; {
	case c == '{' || c == '[':
		if p.maxDepth > 0 && len(p.open) >= p.maxDepth {
			return nil, false, p.faultOf("json-depth")
		}
		p.at++
		kind, end := Array, byte(']')
		if c == '{' {
			kind, end = Object, '}'
		}
		value = &Value{Kind: kind}
		p.deepest = max(p.deepest, len(p.open)+1)
		if p.skipSpace(); p.at < len(p.text) && p.text[p.at] == end {
			p.at++
			break
		}
		p.open = append(p.open, frame{value: value, start: start})
		if kind == Object {
			fault = p.readKey()
		}
		return nil, true, fault
	case c == '"':
		value = &Value{Kind: String}
		value.text, fault = p.readString()
	case c == '-' || c >= '0' && c <= '9' || c == 'N' || c == 'I':
		value = &Value{Kind: Number}
		value.digits, fault = p.readNumber()
	case c == 't':
		value, fault = &Value{Kind: Bool}, p.readWord("true")
	case c == 'f':
		value, fault = &Value{Kind: Bool}, p.readWord("false")
	case c == 'n':
		value, fault = &Value{Kind: Null}, p.readWord("null")
	default:
		fault = p.fault()
	}
	if fault != nil {
		return nil, false, fault
	}
	value.source = p.text[start:p.at]
	return value, false, nil
}

// complete puts a value into what is open, and closes what ends there. The root is given when it is complete.
func (p *parser) complete(value *Value) (*Value, *Fault) {
	for len(p.open) > 0 {
		top := &p.open[len(p.open)-1]
		top.add(value)
		if p.skipSpace(); p.at >= len(p.text) {
			return nil, p.fault()
		}
		c := p.text[p.at]
		isObject := top.value.Kind == Object
		switch {
		case c == ',':
			p.at++
			if isObject {
				return nil, p.readKey()
			}
			return nil, nil
		case c == '}' && isObject, c == ']' && !isObject:
			p.at++
			value = top.value
			value.source = p.text[top.start:p.at]
			value.countDigits()
			p.open = p.open[:len(p.open)-1]
		default:
			return nil, p.fault()
		}
	}
	if p.skipSpace(); p.at < len(p.text) {
		return nil, p.fault()
	}
	return value, nil
}

// manyMembers is where looking through the keys one by one would begin to cost.
const manyMembers = 16

func (f *frame) add(value *Value) {
	object := f.value
	if object.Kind == Array {
		object.Items = append(object.Items, value)
		return
	}
	if at, ok := object.find(f.key); ok {
		object.Members[at].Value = value
		return
	}
	object.Members = append(object.Members, Member{f.key, value})
	if object.index != nil {
		object.index[f.key] = len(object.Members) - 1
	} else if len(object.Members) > manyMembers {
		object.index = make(map[string]int)
		for at, member := range object.Members {
			object.index[member.Key] = at
		}
	}
}

func (v *Value) find(key string) (int, bool) {
	if v.index != nil {
		at, ok := v.index[key]
		return at, ok
	}
	for at, member := range v.Members {
		if member.Key == key {
			return at, true
		}
	}
	return 0, false
}

func (v *Value) countDigits() {
	for _, item := range v.Items {
		v.digits = max(v.digits, item.digits)
	}
	for _, member := range v.Members {
		v.digits = max(v.digits, member.Value.digits)
	}
}

func (p *parser) readKey() *Fault {
	p.skipSpace()
	if p.at >= len(p.text) || p.text[p.at] != '"' {
		return p.fault()
	}
	key, fault := p.readString()
	if fault != nil {
		return fault
	}
	p.open[len(p.open)-1].key = key
	if p.skipSpace(); p.at >= len(p.text) || p.text[p.at] != ':' {
		return p.fault()
	}
	p.at++
	return nil
}

// readNumber gives the number of digits of an integer; 0 of any other number.
func (p *parser) readNumber() (int, *Fault) {
	if p.is('N') {
		return 0, p.readWord("NaN")
	}
	if p.is('-') {
		p.at++
	}
	start := p.at
	switch {
	case p.is('I'):
		return 0, p.readWord("Infinity")
	case p.is('0'):
		p.at++
	default:
		if fault := p.readDigits(); fault != nil {
			return 0, fault
		}
	}
	digits := p.at - start
	if p.is('.') {
		p.at++
		digits = 0
		if fault := p.readDigits(); fault != nil {
			return 0, fault
		}
	}
	if p.is('e') || p.is('E') {
		p.at++
		digits = 0
		if p.is('+') || p.is('-') {
			p.at++
		}
		if fault := p.readDigits(); fault != nil {
			return 0, fault
		}
	}
	return digits, nil
}

// readDigits reads one digit or more.
func (p *parser) readDigits() *Fault {
	start := p.at
	for p.at < len(p.text) && p.text[p.at] >= '0' && p.text[p.at] <= '9' {
		p.at++
	}
	if p.at == start {
		return p.fault()
	}
	return nil
}

func (p *parser) readWord(word string) *Fault {
	for at := 0; at < len(word); at++ {
		if !p.is(word[at]) {
			return p.fault()
		}
		p.at++
	}
	return nil
}

func (p *parser) is(c byte) bool { return p.at < len(p.text) && p.text[p.at] == c }

func (p *parser) skipSpace() {
	for p.at < len(p.text) {
		switch p.text[p.at] {
		case ' ', '\t', '\n', '\r':
			p.at++
		default:
			return
		}
	}
}

// fault is that of the byte at hand, or of the end, outside of a string's characters.
func (p *parser) fault() *Fault {
	if p.at >= len(p.text) {
		if len(bytes.Trim(p.text[p.start:], " \t\r\n")) == 0 {
			return p.faultOf("json-empty")
		}
		return p.faultOf("json-truncated")
	}
	if c := p.text[p.at]; c >= 0x80 && c <= 0xc1 || c >= 0xf5 {
		return p.faultOf("json-utf8")
	}
	return p.faultOf("json-syntax")
}

func (p *parser) faultOf(code string) *Fault { return newFault(code, p.text, p.start, p.at) }
