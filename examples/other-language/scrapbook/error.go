// Package scrapbook reads the scraps of Jupyter notebooks as schemas/SPEC.md says. Numbers in comments are its
// sections.
package scrapbook

import (
	"fmt"
	"strconv"
	"strings"
)

// Error is an error, a problem or a warning of the protocol (12.1).
type Error struct {
	// Code is one of errors.json; its first word is the category.
	Code string
	// Path is a JSON pointer into the notebook.
	Path string
	// Message is for people.
	Message string
}

func (e *Error) Error() string {
	if e.Path == "" {
		return fmt.Sprintf("[%s] %s", e.Code, e.Message)
	}
	return fmt.Sprintf("[%s] %s (%s)", e.Code, e.Message, e.Path)
}

// Category is the first word of the code.
func (e *Error) Category() string {
	category, _, _ := strings.Cut(e.Code, "-")
	return category
}

func newError(code, path, message string) *Error { return &Error{code, path, message} }

// pointer extends a JSON pointer.
func pointer(path string, steps ...any) string {
	var text strings.Builder
	text.WriteString(path)
	for _, step := range steps {
		text.WriteByte('/')
		switch step := step.(type) {
		case int:
			text.WriteString(strconv.Itoa(step))
		case string:
			text.WriteString(strings.NewReplacer("~", "~0", "/", "~1").Replace(step))
		}
	}
	return text.String()
}
