package scrapbook

// Options of reading; the zero value is the default.
type Options struct {
	// Lenient serves the good scraps and lists the others as problems: strict: false (12.5).
	Lenient bool
	// MergeReference leaves out rule (b), as Python does: merge: reference (6.1).
	MergeReference bool
	// Encoders besides text, json and display (4.1).
	Encoders []Encoder
	// Source is the name that the notebook was read under.
	Source string
}

// Limits that hold by default (15).
const (
	maxDepth         = 10_000
	maxIntegerDigits = 4_300
	maxProblems      = 1_000
)
