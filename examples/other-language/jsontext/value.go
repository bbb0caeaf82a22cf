// Package jsontext reads JSON as SPEC.md, section 10.1, says it: with Python's NaN and infinities, with exact
// integers, with members in order, and with the source text of every value at hand.
package jsontext

import (
	"math/big"
	"strconv"
)

// Kind is a JSON type.
type Kind uint8

// The JSON types. NaN and the infinities are numbers.
const (
	Null Kind = iota
	Bool
	Number
	String
	Array
	Object
)

// Value is a JSON value and the bytes it was read from.
type Value struct {
	Kind Kind
	// Items of an array, in order.
	Items []*Value
	// Members of an object, in order; each key once, with its last value at its first place.
	Members []Member

	source []byte
	text   string
	// digits is the length of the longest integer in the value, its sign not counted.
	digits int
	index  map[string]int
}

// Member is a key and its value. A lone surrogate in a key is three bytes, as WTF-8 has it: Go's strings hold any
// bytes, so that two names which differ only there are two names.
type Member struct {
	Key   string
	Value *Value
}

// NewObject is an object of members whose keys differ. It has no source text.
func NewObject(members []Member) *Value {
	object := &Value{Kind: Object, Members: members}
	object.countDigits()
	return object
}

// Source is the text of the value as it stands in the file.
func (v *Value) Source() string { return string(v.source) }

// Text is what a string holds; of other kinds it is empty.
func (v *Value) Text() string { return v.text }

// IsTrue tells whether a value is the literal true.
func (v *Value) IsTrue() bool { return v != nil && v.Kind == Bool && v.source[0] == 't' }

// IsString tells whether there is a value and it is a string.
func (v *Value) IsString() bool { return v != nil && v.Kind == String }

// IsObject tells whether there is a value and it is an object.
func (v *Value) IsObject() bool { return v != nil && v.Kind == Object }

// LongestInteger is how many digits the longest integer in the value has.
func (v *Value) LongestInteger() int { return v.digits }

// Get is a member of an object; nil where there is none, and of other kinds.
func (v *Value) Get(key string) *Value {
	if !v.IsObject() {
		return nil
	}
	if v.index != nil {
		if at, ok := v.index[key]; ok {
			return v.Members[at].Value
		}
		return nil
	}
	for _, member := range v.Members {
		if member.Key == key {
			return member.Value
		}
	}
	return nil
}

// IsInteger tells whether a number's text has no fraction and no exponent: then it is exact.
func (v *Value) IsInteger() bool {
	if v.Kind != Number {
		return false
	}
	for _, c := range v.source {
		if c != '-' && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// Integer is the value of a number for which IsInteger holds.
func (v *Value) Integer() *big.Int {
	integer, _ := new(big.Int).SetString(v.Source(), 10)
	return integer
}

// Float is the double nearest to a number, infinite if it is too large.
func (v *Value) Float() float64 {
	// The only error that a checked text can give is that of the range, and the value is right then.
	float, _ := strconv.ParseFloat(v.Source(), 64)
	return float
}

// IsTruthy tells Python's truth, SPEC.md, section 1.2. What is absent is not true.
func (v *Value) IsTruthy() bool {
	if v == nil {
		return false
	}
	switch v.Kind {
	case Bool:
		return v.IsTrue()
	case Number:
		// A zero integer is a zero double too, and no other integer is.
		return v.Float() != 0
	case String:
		return v.text != ""
	case Array:
		return len(v.Items) > 0
	case Object:
		return len(v.Members) > 0
	default:
		return false
	}
}
