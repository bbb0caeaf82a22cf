package jsontext

import "fmt"

// Fault is why a text is not JSON: SPEC.md, section 12.2.
type Fault struct {
	// Code is json-empty, json-truncated, json-syntax, json-utf8 or json-depth.
	Code string
	// Offset of the first byte that no valid text could have in its place, from 0.
	Offset int
	// Line and Column, from 1. Columns count code points.
	Line, Column int
}

func (f *Fault) Error() string {
	return fmt.Sprintf("%s at byte %d (line %d, column %d)", f.Code, f.Offset, f.Line, f.Column)
}

func newFault(code string, text []byte, start, offset int) *Fault {
	line, column := 1, 1
	for at := start; at < offset; at++ {
		switch c := text[at]; {
		case c == '\n', c == '\r' && (at+1 >= len(text) || text[at+1] != '\n'):
			line, column = line+1, 1
		case c == '\r' || isContinuation(c):
		default:
			column++
		}
	}
	return &Fault{Code: code, Offset: offset, Line: line, Column: column}
}

func isContinuation(c byte) bool { return c&0xc0 == 0x80 }
